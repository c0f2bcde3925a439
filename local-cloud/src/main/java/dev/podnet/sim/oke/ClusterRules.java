package dev.podnet.sim.oke;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Effect;
import dev.podnet.sim.model.Event;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Rules;
import dev.podnet.sim.network.Addresses;
import dev.podnet.sim.network.Cidr;
import dev.podnet.sim.network.Peers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cluster. */
public final class ClusterRules implements Rules {
  static final String NATIVE = "OCI_VCN_IP_NATIVE";
  static final String ENHANCED = "ENHANCED_CLUSTER";

  @Override
  public Optional<Refusal> refuseCreate(Draft draft, Doc input) {
    String vcnId = input.need("vcnId");
    var endpoint = input.doc("endpointConfig");
    var lbSubnets = input.doc("options").texts("serviceLbSubnetIds");
    return Refusal.first(
        () -> unknownVersion(draft, input.need("kubernetesVersion")),
        () ->
            endpoint.has("subnetId")
                ? Peers.sameVcn(draft, vcnId, "endpointConfig.subnetId", endpoint.need("subnetId"))
                : Optional.empty(),
        () -> Peers.nsgs(draft, vcnId, "endpointConfig.nsgIds", endpoint.texts("nsgIds")),
        () -> publicInPrivate(draft, endpoint),
        () -> Peers.sameVcn(draft, vcnId, "options.serviceLbSubnetIds", lbSubnets),
        () ->
            Refusal.when(
                endpoint.has("subnetId")
                    && endpointAddress(draft, endpoint.need("subnetId")).isEmpty(),
                () ->
                    Refusal.limit(
                        "The endpoint subnet "
                            + endpoint.text("subnetId")
                            + " has no free address.")));
  }

  @Override
  public Resource create(Draft draft, Resource fresh, Doc input) {
    var network =
        input
            .doc("options")
            .doc("kubernetesNetworkConfig")
            .orElse(Doc.of("podsCidr", "10.244.0.0/16", "servicesCidr", "10.96.0.0/16"));
    var options =
        input
            .doc("options")
            .with("kubernetesNetworkConfig", network)
            .orElse(Doc.of("ipFamilies", List.of("IPv4"), "serviceLbSubnetIds", List.of()));
    var endpoint = input.doc("endpointConfig");
    return fresh.withBody(
        fresh
            .body()
            .with("options", options)
            .with(
                "endpointConfig",
                endpoint.orElse(Doc.of("isPublicIpEnabled", false, "nsgIds", List.of())))
            .with("metadata", Doc.of("timeCreated", draft.timestamp()))
            .with("availableKubernetesUpgrades", upgrades(draft, input.need("kubernetesVersion")))
            .orElse(
                Doc.of(
                    "type", "BASIC_CLUSTER",
                    "imagePolicyConfig", Doc.of("isPolicyEnabled", false),
                    "clusterPodNetworkOptions", List.of(Doc.of("cniType", "FLANNEL_OVERLAY")))));
  }

  @Override
  public Optional<Refusal> refuseUpdate(Draft draft, Resource old, Doc input, Doc merged) {
    String from = old.need("kubernetesVersion");
    String to = merged.need("kubernetesVersion");
    return Refusal.first(
        () -> unknownVersion(draft, to),
        () ->
            Refusal.when(
                Versions.compare(to, from) < 0,
                () -> Refusal.invalid("A cluster cannot go back from " + from + " to " + to + ".")),
        () ->
            Refusal.when(
                isEnhanced(old) && !ENHANCED.equals(merged.text("type")),
                () -> Refusal.invalid("An enhanced cluster cannot become a basic one.")));
  }

  @Override
  public Resource update(Draft draft, Resource old, Resource merged) {
    var metadata = old.body().doc("metadata").with("timeUpdated", draft.timestamp());
    return merged
        .with("options", old.body().doc("options").withAll(merged.body().doc("options")))
        .with("metadata", metadata)
        .with("availableKubernetesUpgrades", upgrades(draft, merged.need("kubernetesVersion")));
  }

  @Override
  public Finished finished(Draft draft, Resource cluster, Event event) {
    return Finished.well(
        switch (event) {
          case CREATE -> created(draft, cluster);
          case DELETE -> deleted(draft, cluster);
          case UPDATE -> {
            Addons.follow(draft, cluster);
            yield withEndpoints(draft, cluster);
          }
          case NETWORK, PURGE -> cluster;
        });
  }

  static boolean isEnhanced(Resource cluster) {
    return ENHANCED.equals(cluster.text("type"));
  }

  static boolean isNative(Resource cluster) {
    return cluster.body().docs("clusterPodNetworkOptions").stream()
        .anyMatch(each -> NATIVE.equals(each.text("cniType")));
  }

  static Optional<Refusal> publicInPrivate(Draft draft, Doc endpoint) {
    boolean privateSubnet =
        endpoint.has("subnetId")
            && draft
                .get(endpoint.need("subnetId"))
                .orElseThrow()
                .body()
                .flag("prohibitPublicIpOnVnic");
    return Refusal.when(
        endpoint.flag("isPublicIpEnabled") && privateSubnet,
        () -> Refusal.invalid("'endpointConfig': the subnet prohibits public IP addresses."));
  }

  private static Resource created(Draft draft, Resource cluster) {
    draft.effect(Effect.Action.CREATE_CLUSTER, cluster.id(), Map.of());
    Addons.installEssential(draft, cluster);
    String subnetId = cluster.body().doc("endpointConfig").text("subnetId");
    if (subnetId == null) {
      return withEndpoints(draft, cluster);
    }
    String address = Cidr.text(endpointAddress(draft, subnetId).orElseThrow());
    var ip =
        draft.put(
            draft.fresh(
                "privateIp",
                Doc.of(
                    "compartmentId",
                    cluster.text("compartmentId"),
                    "displayName",
                    "endpoint of " + cluster.need("name"),
                    "ipAddress",
                    address,
                    "isPrimary",
                    true,
                    "subnetId",
                    subnetId,
                    "ipState",
                    "ASSIGNED",
                    "lifetime",
                    "EPHEMERAL",
                    "timeCreated",
                    draft.timestamp())));
    return withEndpoints(
        draft, cluster.withInner("endpointIpId", ip.id()).withInner("address", address));
  }

  private static Resource withEndpoints(Draft draft, Resource cluster) {
    String address = cluster.inner().text("address");
    boolean open = cluster.body().doc("endpointConfig").flag("isPublicIpEnabled");
    String before = cluster.body().doc("endpoints").text("publicEndpoint");
    String known =
        before == null
            ? "129.80." + draft.ids().number(256) + "." + draft.ids().number(256) + ":6443"
            : before;
    return cluster.with(
        "endpoints",
        Doc.of(
            "kubernetes", draft.world().servers().apply(cluster.id()),
            "publicEndpoint", open ? known : null,
            "privateEndpoint", address == null ? null : address + ":6443"));
  }

  private static Resource deleted(Draft draft, Resource cluster) {
    for (Resource referrer : draft.referrers(cluster.id())) {
      if (referrer.kind().equals("nodePool") && !referrer.state().equals("DELETED")) {
        NodePoolRules.removeNodes(draft, referrer);
        draft.put(referrer.with("lifecycleState", "DELETED"));
        draft.later(draft.catalog().delay("nodePool", Event.PURGE), Event.PURGE, referrer.id());
      } else if (referrer.kind().equals("virtualNodePool") && !referrer.state().equals("DELETED")) {
        VirtualPoolRules.removeNodes(draft, referrer);
        draft.put(referrer.with("lifecycleState", "DELETED"));
        draft.later(
            draft.catalog().delay("virtualNodePool", Event.PURGE), Event.PURGE, referrer.id());
      } else if (referrer.kind().equals("addon")) {
        draft.remove(referrer.id());
      }
    }
    String ip = cluster.inner().text("endpointIpId");
    if (ip != null) {
      draft.remove(ip);
    }
    draft.effect(Effect.Action.DELETE_CLUSTER, cluster.id(), Map.of());
    return cluster.with(
        "metadata", cluster.body().doc("metadata").with("timeDeleted", draft.timestamp()));
  }

  private static Optional<Long> endpointAddress(Draft draft, String subnetId) {
    return Addresses.of(draft, draft.get(subnetId).orElseThrow()).takeHost();
  }

  private static Optional<Refusal> unknownVersion(Draft draft, String version) {
    var offered = Versions.offered(draft.catalog());
    return Refusal.when(
        !offered.contains(version),
        () ->
            Refusal.invalid(
                "'kubernetesVersion': '"
                    + version
                    + "' is not offered; there are "
                    + String.join(", ", offered)
                    + "."));
  }

  private static List<String> upgrades(Draft draft, String version) {
    return Versions.offered(draft.catalog()).stream()
        .filter(each -> Versions.compare(each, version) > 0)
        .toList();
  }
}
