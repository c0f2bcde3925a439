package dev.podnet.sim.oke;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.network.Peers;
import dev.podnet.sim.network.ShapeLimits;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a node pool, new or changed, can be. */
final class PoolCheck {
  private static final int MOST_NODES = 2000;

  private PoolCheck() {}

  static Optional<Refusal> refuse(Draft draft, Resource cluster, Doc pool) {
    String vcnId = cluster.need("vcnId");
    return Refusal.first(
        () -> badVersion(draft, cluster, pool.text("kubernetesVersion")),
        () -> badShape(draft, pool),
        () -> badImage(draft, pool.doc("nodeSourceDetails")),
        () -> badPlacement(draft, vcnId, pool),
        () ->
            Peers.nsgs(
                draft,
                vcnId,
                "nodeConfigDetails.nsgIds",
                pool.doc("nodeConfigDetails").texts("nsgIds")),
        () -> Profiles.refuse(draft, vcnId, ClusterRules.isNative(cluster), pool));
  }

  /** The number of nodes: said directly, or in the oldest way by subnet. */
  static long size(Doc pool) {
    return pool.has("nodeConfigDetails")
        ? pool.doc("nodeConfigDetails").numberOr("size", 0)
        : pool.numberOr("quantityPerSubnet", 1) * pool.texts("subnetIds").size();
  }

  /** Where nodes go, one after the other. */
  static List<Doc> placements(Draft draft, Doc pool) {
    var given = pool.doc("nodeConfigDetails").docs("placementConfigs");
    var domains = draft.catalog().facts().texts("availabilityDomains");
    return given.isEmpty()
        ? pool.texts("subnetIds").stream()
            .map(id -> Doc.of("subnetId", id, "availabilityDomain", domains.getFirst()))
            .toList()
        : given;
  }

  private static Optional<Refusal> badVersion(
      Draft draft, Resource cluster, @Nullable String version) {
    if (version == null) {
      return Optional.empty();
    }
    return Refusal.first(
        () ->
            Refusal.when(
                !Versions.offered(draft.catalog()).contains(version),
                () -> Refusal.invalid("'kubernetesVersion': '" + version + "' is not offered.")),
        () ->
            Refusal.when(
                Versions.compare(version, cluster.need("kubernetesVersion")) > 0,
                () ->
                    Refusal.invalid(
                        "'kubernetesVersion': nodes cannot be newer (%s) than their cluster (%s)."
                            .formatted(version, cluster.need("kubernetesVersion")))));
  }

  private static Optional<Refusal> badShape(Draft draft, Doc pool) {
    String name = pool.need("nodeShape");
    var shape = ShapeLimits.find(draft.catalog(), name);
    var config = pool.doc("nodeShapeConfig");
    return Refusal.first(
        () ->
            Refusal.when(
                shape.isEmpty(),
                () -> Refusal.invalid("'nodeShape': there is no shape '" + name + "'.")),
        () ->
            Refusal.when(
                shape.orElseThrow().flag("flex") && config.isEmpty(),
                () ->
                    Refusal.missing(
                        "'nodeShapeConfig' is required for the flexible shape " + name + ".")),
        () ->
            Refusal.when(
                !shape.orElseThrow().flag("flex") && !config.isEmpty(),
                () ->
                    Refusal.invalid(
                        "'nodeShapeConfig' is for flexible shapes only, not for " + name + ".")),
        () ->
            Refusal.when(
                shape.orElseThrow().flag("flex")
                    && config.decimalOr("ocpus", 1) > shape.orElseThrow().decimalOr("ocpusMax", 1),
                () ->
                    Refusal.invalid(
                        "'nodeShapeConfig.ocpus' is at most "
                            + shape.orElseThrow().get("ocpusMax")
                            + " for "
                            + name
                            + ".")));
  }

  private static Optional<Refusal> badImage(Draft draft, Doc source) {
    String id = source.text("imageId");
    return Refusal.when(
        id != null && draft.get(id).filter(each -> each.kind().equals("image")).isEmpty(),
        () -> Refusal.notFound("nodeSourceDetails.imageId " + id));
  }

  private static Optional<Refusal> badPlacement(Draft draft, String vcnId, Doc pool) {
    var config = pool.doc("nodeConfigDetails");
    var domains = draft.catalog().facts().texts("availabilityDomains");
    var subnets =
        config.docs("placementConfigs").stream().map(each -> each.need("subnetId")).toList();
    return Refusal.first(
        () ->
            Refusal.when(
                !config.isEmpty() && (!config.has("size") || subnets.isEmpty()),
                () -> Refusal.missing("'nodeConfigDetails' needs 'size' and 'placementConfigs'.")),
        () ->
            Refusal.when(
                config.isEmpty() && pool.texts("subnetIds").isEmpty(),
                () -> Refusal.missing("'nodeConfigDetails' is required.")),
        () ->
            Refusal.when(
                size(pool) < 0 || size(pool) > MOST_NODES,
                () ->
                    Refusal.invalid(
                        "'size' must be from 0 to " + MOST_NODES + ", not " + size(pool) + ".")),
        () ->
            config.docs("placementConfigs").stream()
                .map(each -> each.need("availabilityDomain"))
                .filter(domain -> !domains.contains(domain))
                .findFirst()
                .map(domain ->
                    Refusal.invalid(
                        "'availabilityDomain' must be one of "
                            + domains
                            + ", not '"
                            + domain
                            + "'.")),
        () -> Peers.sameVcn(draft, vcnId, "placementConfigs.subnetId", subnets));
  }
}
