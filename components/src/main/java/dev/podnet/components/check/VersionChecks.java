package dev.podnet.components.check;

import dev.podnet.components.check.Subject.At;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.PoolConfig;
import dev.podnet.components.config.SettingPath;
import java.util.Optional;
import java.util.stream.Stream;

/** Kubernetes versions of the control plane and of nodes, and what needs which. */
final class VersionChecks {
  private static final Version NPN = new Version(1, 22, 0);
  private static final Version MESH_NODES = new Version(1, 26, 0);
  private static final Version DUAL_STACK = new Version(1, 29, 0);
  private static final int OLDEST_NODES = 3;

  private VersionChecks() {}

  private static SettingPath path() {
    return SettingPath.of("cluster").key("kubernetesVersion");
  }

  private static Optional<Version> controlPlane(Subject subject) {
    return kubernetes(subject.config().cluster().kubernetesVersion());
  }

  /** The nodes' version: the pool's, or the cluster's. */
  private static Optional<Version> nodes(Subject subject, PoolConfig pool) {
    return pool.kubernetesVersion().isPresent()
        ? pool.kubernetesVersion().flatMap(VersionChecks::kubernetes)
        : controlPlane(subject);
  }

  private static Optional<Version> kubernetes(String text) {
    return Version.parse(text).filter(v -> v.major() == 1);
  }

  static Stream<Finding> form(Subject subject) {
    return Stream.concat(
            Stream.of(new At<>(subject.config().cluster().kubernetesVersion(), path())),
            subject.pools().flatMap(p -> p.value().kubernetesVersion().stream().map(v -> at(p, v))))
        .filter(v -> kubernetes(v.value()).isEmpty())
        .map(v ->
            Finding.error(
                "kubernetes-version",
                v.path().toString(),
                "'" + v.value() + "' is no Kubernetes version.",
                "Write it quoted and whole, like \"v1.34.1\".",
                ""));
  }

  private static At<String> at(At<PoolConfig> pool, String version) {
    return new At<>(version, pool.path().key("kubernetesVersion"));
  }

  static Stream<Finding> floor(Subject subject) {
    return controlPlane(subject)
        .filter(v -> v.isBefore(NPN))
        .map(v ->
            Finding.error(
                "kubernetes-too-old",
                path().toString(),
                "VCN-native pod networking needs Kubernetes 1.22 or later.",
                "Use a newer version.",
                Sources.NPN))
        .stream();
  }

  static Stream<Finding> dualStack(Subject subject) {
    boolean wanted =
        subject.config().cluster().dualStack()
            || subject.pools().flatMap(Subject::profiles).anyMatch(p -> p.value().assignIpv6());
    Stream<At<Version>> versions =
        Stream.concat(
            controlPlane(subject).map(v -> new At<>(v, path())).stream(),
            subject
                .pools()
                .flatMap(p ->
                    p.value().kubernetesVersion().flatMap(Version::parse).stream()
                        .map(v -> new At<>(v, p.path().key("kubernetesVersion")))));
    return versions
        .filter(v -> wanted && v.value().isBefore(DUAL_STACK))
        .map(v ->
            Finding.error(
                "dual-stack-too-old",
                v.path().toString(),
                "IPv6 beside IPv4 needs Kubernetes 1.29 or later, on control plane and nodes.",
                "Use a newer version, or leave out dualStack and assignIpv6.",
                Sources.DUAL_STACK));
  }

  static Stream<Finding> mesh(Subject subject) {
    return subject
        .pools()
        .filter(p -> subject.config().cluster().serviceMesh())
        .filter(p -> nodes(subject, p.value()).filter(v -> v.isBefore(MESH_NODES)).isPresent())
        .map(p ->
            Finding.error(
                "mesh-nodes-too-old",
                p.path().key("kubernetesVersion").toString(),
                "A service mesh needs worker nodes of Kubernetes 1.26 or later.",
                "Use a newer version for these nodes.",
                Sources.NPN));
  }

  static Stream<Finding> skew(Subject subject) {
    return controlPlane(subject).stream()
        .flatMap(control ->
            subject
                .pools()
                .flatMap(p ->
                    p.value().kubernetesVersion().flatMap(Version::parse).stream()
                        .filter(nodes -> !fits(nodes, control))
                        .map(nodes -> skew(p, nodes, control))));
  }

  private static boolean fits(Version nodes, Version control) {
    return !control.isBefore(nodes) && control.minor() - nodes.minor() <= OLDEST_NODES;
  }

  private static Finding skew(At<PoolConfig> pool, Version nodes, Version control) {
    return Finding.error(
        "version-skew",
        pool.path().key("kubernetesVersion").toString(),
        "Nodes of " + nodes + " do not work with a control plane of " + control + ".",
        "Use a version that is not newer than the cluster's and at most three minor ones older.",
        Sources.SKEW);
  }
}
