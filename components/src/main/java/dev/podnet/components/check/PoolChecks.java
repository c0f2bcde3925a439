package dev.podnet.components.check;

import dev.podnet.components.check.Subject.At;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.PoolConfig;
import dev.podnet.components.config.SettingPath;
import dev.podnet.components.plan.Capacity;
import dev.podnet.components.plan.PoolPlan;
import dev.podnet.components.plan.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Node pools: shape, VNICs, and how many pods they may hold. */
final class PoolChecks {
  private PoolChecks() {}

  static Stream<Finding> mixedModes(Subject subject) {
    return Stream.concat(
        subject
            .pools()
            .filter(p -> !p.value().profiles().isEmpty() && p.value().podSubnet().isPresent())
            .map(p ->
                Finding.error(
                    "pod-subnet-beside-profiles",
                    p.path().key("podSubnet").toString(),
                    "A pool has either one pod subnet or VNIC profiles.",
                    "Remove podSubnet; each profile names its own subnet.",
                    Sources.PROFILES)),
        subject
            .pools()
            .filter(p -> !p.value().profiles().isEmpty() && !p.value().podNsgs().isEmpty())
            .map(p ->
                Finding.error(
                    "pod-nsgs-beside-profiles",
                    p.path().key("podNsgs").toString(),
                    "A pool has either security groups for all its pods or VNIC profiles.",
                    "Remove podNsgs; each profile names its own groups under nsgs.",
                    Sources.PROFILES)));
  }

  static Stream<Finding> shape(Subject subject) {
    return subject.pools().flatMap(p -> shape(subject, p));
  }

  private static Stream<Finding> shape(Subject subject, At<PoolConfig> pool) {
    Optional<Shape> shape = subject.catalog().shape(pool.value().shape());
    String path = pool.path().key("shape").toString();
    if (shape.isEmpty()) {
      return Stream.of(
          Finding.warning(
              "unknown-shape",
              path,
              "podnet does not know how many VNICs '" + pool.value().shape() + "' may have.",
              "Check it against Oracle's table; profiles are not counted against it here.",
              Sources.SHAPES));
    }
    if (shape.get().isFlexible() && pool.value().ocpus().isEmpty()) {
      return Stream.of(
          Finding.error(
              "flexible-without-ocpus",
              pool.path().key("ocpus").toString(),
              pool.value().shape() + " is flexible, and its OCPUs are not said.",
              "Add ocpus and memoryGb.",
              Sources.SHAPES));
    }
    return Stream.concat(size(pool, shape.get()), withoutPods(pool, shape.get()));
  }

  private static Stream<Finding> size(At<PoolConfig> pool, Shape shape) {
    String sizes = shape.ocpus().isEmpty() ? "1 to " + shape.maxOcpus() : shape.ocpus().toString();
    return pool.value().ocpus().stream()
        .filter(ocpus -> shape.isFlexible() && !shape.comesWith(ocpus))
        .map(ocpus ->
            Finding.error(
                "shape-size",
                pool.path().key("ocpus").toString(),
                shape.shape() + " does not come with " + ocpus + " OCPUs.",
                "Use " + sizes + ".",
                Sources.SHAPES));
  }

  private static Stream<Finding> withoutPods(At<PoolConfig> pool, Shape shape) {
    return shape.vnics(pool.value().ocpus()) > 1
        ? Stream.empty()
        : Stream.of(
            Finding.error(
                "shape-without-pods",
                pool.path().key("shape").toString(),
                shape.shape() + " has one VNIC, the node's own: there is none for pods.",
                "Use a shape with two VNICs at least.",
                Sources.SHAPES));
  }

  static Stream<Finding> tooManyProfiles(Subject subject) {
    return subject
        .pools()
        .flatMap(p ->
            subject
                .catalog()
                .shape(p.value().shape())
                .map(s -> s.vnics(p.value().ocpus()) - 1)
                .filter(free -> p.value().profiles().size() > free)
                .map(free -> tooManyProfiles(p, free))
                .stream());
  }

  private static Finding tooManyProfiles(At<PoolConfig> pool, int free) {
    return Finding.error(
        "too-many-profiles",
        pool.path().key("profiles").toString(),
        "It has "
            + pool.value().profiles().size()
            + " profiles, and a node of this shape has room for "
            + free
            + " VNICs besides its primary one.",
        "Use fewer profiles, or a shape with more VNICs (flexible shapes: more OCPUs).",
        Sources.SHAPES);
  }

  static Stream<Finding> maxPods(Subject subject) {
    return subject
        .plannedPools()
        .flatMap(p ->
            p.value().config().maxPods().stream()
                .filter(wanted -> wanted < 1 || wanted > most(p.value().plan()))
                .map(wanted -> maxPods(p.path(), wanted, most(p.value().plan()))));
  }

  private static int most(PoolPlan pool) {
    return Math.min(pool.capacity().room(), Capacity.MAX_PER_NODE);
  }

  private static Finding maxPods(SettingPath pool, int wanted, int most) {
    return Finding.error(
        "max-pods",
        pool.key("maxPods").toString(),
        wanted + " pods do not fit: a node of this pool has addresses for " + most + ".",
        "Use 1 to " + most + ", or give the pool more addresses.",
        Sources.NPN);
  }

  static Stream<Finding> everyPoolTainted(Subject subject) {
    List<PoolPlan> pools = subject.plan().pools();
    List<PoolPlan> withNodes = pools.stream().filter(p -> p.capacity().mostNodes() > 0).toList();
    List<PoolPlan> counted = withNodes.isEmpty() ? pools : withNodes;
    boolean virtual = subject.config().virtualPools().stream().anyMatch(p -> p.taints().isEmpty());
    return !virtual && !counted.isEmpty() && counted.stream().allMatch(PoolPlan::isTainted)
        ? Stream.of(
            Finding.error(
                "every-pool-tainted",
                SettingPath.of("pools").toString(),
                "Every pool with nodes exposes Application Resources, so pods that ask for none,"
                    + " CoreDNS among them, have no node.",
                "Add a pool without applicationResource, or nodes to one.",
                Sources.PROFILES))
        : Stream.empty();
  }
}
