package dev.podnet.components.check;

import dev.podnet.components.check.Subject.At;
import dev.podnet.components.config.ClusterConfig.ClusterType;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.PlacementConfig;
import dev.podnet.components.config.PoolConfig;
import dev.podnet.components.config.PoolConfig.Kind;
import dev.podnet.components.config.SettingPath;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Pools of self-managed nodes: what they need, and what only OKE does for nodes of its own. */
final class SelfManagedChecks {
  private static final Version OLDEST = new Version(1, 27, 10);
  private static final Set<String> OWN_METADATA =
      Set.of(
          "oke-native-pod-networking", "oke-max-pods", "pod-subnets", "pod-nsgids", "ip-families");

  private SelfManagedChecks() {}

  private static Stream<At<PoolConfig>> pools(Subject subject) {
    return subject.pools().filter(p -> p.value().kind() == Kind.SELF_MANAGED);
  }

  static Stream<Finding> onBasic(Subject subject) {
    return pools(subject)
        .filter(p -> subject.config().cluster().type() == ClusterType.BASIC)
        .map(p ->
            Finding.error(
                "self-managed-on-basic",
                p.path().key("kind").toString(),
                "Self-managed nodes need an enhanced cluster, and this one is basic.",
                "Set podnet:cluster.type to enhanced.",
                Sources.SELF_MANAGED));
  }

  static Stream<Finding> floor(Subject subject) {
    return pools(subject)
        .filter(p ->
            Version.parse(subject.config().cluster().kubernetesVersion())
                .filter(v -> v.isBefore(OLDEST))
                .isPresent())
        .map(p ->
            Finding.error(
                "self-managed-too-old",
                SettingPath.of("cluster").key("kubernetesVersion").toString(),
                "Self-managed nodes with VCN-native pod networking need a control plane of 1.27.10"
                    + " or later.",
                "Use a newer version.",
                Sources.NPN))
        .limit(1);
  }

  static Stream<Finding> profiles(Subject subject) {
    return pools(subject)
        .filter(p -> !p.value().profiles().isEmpty())
        .map(p ->
            Finding.error(
                "self-managed-profiles",
                p.path().key("profiles").toString(),
                "VNIC profiles are given to OKE, and OKE does not make these nodes; their metadata"
                    + " has no key for profiles.",
                "Use podSubnet, or a managed pool.",
                Sources.PROFILES));
  }

  /** Settings that are orders to OKE, which has no hand in these nodes. */
  static Stream<Finding> settings(Subject subject) {
    return pools(subject)
        .flatMap(p ->
            Stream.of(
                    p.value().cycling().map(c -> p.path().key("cycling")).stream(),
                    p.value().eviction().map(e -> p.path().key("eviction")).stream(),
                    p.value().autoscaled()
                        ? Stream.of(p.path().key("autoscaled"))
                        : Stream.<SettingPath>empty(),
                    Subject.at(p.value().placement(), p.path().key("placement"))
                        .flatMap(SelfManagedChecks::placement))
                .flatMap(paths -> paths))
        .map(path ->
            Finding.error(
                "self-managed-setting",
                path.toString(),
                "That is for nodes that OKE makes, and it does not make self-managed nodes.",
                "Remove it, or set the pool's kind to managed.",
                Sources.SELF_MANAGED));
  }

  private static Stream<SettingPath> placement(At<PlacementConfig> placement) {
    PlacementConfig config = placement.value();
    return Stream.concat(
        config.capacityReservation().map(c -> placement.path().key("capacityReservation")).stream(),
        config.preemptible()
            ? Stream.of(placement.path().key("preemptible"))
            : Stream.<SettingPath>empty());
  }

  static Stream<Finding> metadata(Subject subject) {
    return pools(subject)
        .flatMap(p ->
            p.value().nodes().metadata().keySet().stream()
                .filter(OWN_METADATA::contains)
                .sorted()
                .map(key ->
                    Finding.error(
                        "own-metadata",
                        p.path().key("node").key("metadata").key(key).toString(),
                        "podnet sets this key.",
                        "Remove it; use " + instead(key) + ".",
                        Sources.SELF_MANAGED)));
  }

  private static String instead(String key) {
    return switch (key) {
      case "oke-max-pods" -> "maxPods";
      case "pod-subnets" -> "podSubnet";
      case "pod-nsgids" -> "podNsgs";
      case "ip-families" -> "podnet:cluster.dualStack";
      default -> "what kind: selfManaged does by itself";
    };
  }

  /** Kubelets take labels of a node's own only as text in one argument. */
  static Stream<Finding> labels(Subject subject) {
    List<String> signs = List.of(",", "'", "\n");
    return pools(subject)
        .flatMap(p ->
            p.value().nodes().labels().entrySet().stream()
                .filter(l -> signs.stream().anyMatch((l.getKey() + l.getValue())::contains))
                .map(l ->
                    Finding.error(
                        "label-form",
                        p.path().key("node").key("labels").key(l.getKey()).toString(),
                        "'" + l.getValue() + "' cannot be the value of a label.",
                        "Use letters, digits, '-', '_' and '.'.",
                        Sources.KUBERNETES)));
  }
}
