package dev.podnet.sim.oke;

import dev.podnet.sim.iam.Endorsements;
import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.network.Peers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a pool of virtual nodes, new or changed, can be, and whether its pods may be made. */
final class VirtualPoolCheck {
  private static final String PODS = "compute-container-instances";

  private VirtualPoolCheck() {}

  static Optional<Refusal> refuse(Draft draft, Resource cluster, Doc pool) {
    String vcnId = cluster.need("vcnId");
    var pods = pool.doc("podConfiguration");
    return Refusal.first(
        () ->
            Refusal.when(
                !ClusterRules.isEnhanced(cluster),
                () ->
                    Refusal.invalid(
                        "Virtual node pools need a cluster of the type "
                            + ClusterRules.ENHANCED
                            + ".")),
        () ->
            Refusal.when(
                !ClusterRules.isNative(cluster),
                () ->
                    Refusal.invalid(
                        "Virtual node pools need a cluster with the CNI "
                            + ClusterRules.NATIVE
                            + ".")),
        () ->
            Refusal.when(
                pool.numberOr("size", 0) < 0, () -> Refusal.invalid("'size' must be 0 or more.")),
        () -> badShape(draft, pods.need("shape")),
        () -> badPlacement(draft, vcnId, pool.docs("placementConfigurations")),
        () -> Peers.sameVcn(draft, vcnId, "podConfiguration.subnetId", pods.need("subnetId")),
        () -> publicSubnet(draft, pods.need("subnetId")),
        () -> Peers.nsgs(draft, vcnId, "nsgIds", pool.texts("nsgIds")),
        () -> Peers.nsgs(draft, vcnId, "podConfiguration.nsgIds", pods.texts("nsgIds")));
  }

  /** The first thing that the tenancy has not endorsed for the pods of a pool. */
  static Optional<Refusal> notEndorsed(Draft draft, Doc pool) {
    var endorsements = new Endorsements(draft, draft.catalog());
    String subnet = pool.doc("podConfiguration").need("subnetId");
    var variables =
        Map.of(
            "request.principal.type",
            "virtualnode",
            "request.operation",
            "CreateContainerInstance",
            "request.principal.subnet",
            subnet,
            "2.subnet.id",
            subnet);
    var needed = new ArrayList<>(List.of("subnets", "vnics"));
    if (!pool.doc("podConfiguration").texts("nsgIds").isEmpty()) {
      needed.add("network-security-group");
    }
    return needed.stream()
        .filter(type -> !endorsements.associate(PODS, type, variables))
        .findFirst()
        .map(type ->
            Refusal.notFound(
                "no policy of the root compartment endorses any-user to associate %s with %s in tenancy for virtual nodes"
                    .formatted(PODS, type)));
  }

  private static Optional<Refusal> badShape(Draft draft, String shape) {
    var offered =
        draft.catalog().facts().docs("podShapes").stream().map(each -> each.need("name")).toList();
    return Refusal.when(
        !offered.contains(shape),
        () ->
            Refusal.invalid(
                "'podConfiguration.shape' must be one of " + offered + ", not '" + shape + "'."));
  }

  private static Optional<Refusal> badPlacement(Draft draft, String vcnId, List<Doc> placements) {
    var facts = draft.catalog().facts();
    var subnets = new LinkedHashSet<String>();
    placements.forEach(each -> subnets.add(each.need("subnetId")));
    return Refusal.first(
        () ->
            Refusal.when(
                placements.isEmpty(),
                () -> Refusal.missing("'placementConfigurations' is required.")),
        () -> placements.stream().flatMap(each -> badDomains(facts, each).stream()).findFirst(),
        () ->
            Peers.sameVcn(draft, vcnId, "placementConfigurations.subnetId", List.copyOf(subnets)));
  }

  private static Optional<Refusal> badDomains(Doc facts, Doc placement) {
    var domains = facts.texts("availabilityDomains");
    var faults = facts.texts("faultDomains");
    return Refusal.first(
        () ->
            Refusal.when(
                !domains.contains(placement.need("availabilityDomain")),
                () -> Refusal.invalid("'availabilityDomain' must be one of " + domains + ".")),
        () ->
            Refusal.when(
                placement.texts("faultDomain").isEmpty()
                    || !faults.containsAll(placement.texts("faultDomain")),
                () -> Refusal.invalid("'faultDomain' must be some of " + faults + ".")));
  }

  private static Optional<Refusal> publicSubnet(Draft draft, String id) {
    var subnet = draft.get(id).orElseThrow().body();
    return Refusal.when(
        !subnet.flag("prohibitPublicIpOnVnic") && !subnet.flag("prohibitInternetIngress"),
        () -> Refusal.invalid("'podConfiguration.subnetId': " + id + " is a public subnet."));
  }
}
