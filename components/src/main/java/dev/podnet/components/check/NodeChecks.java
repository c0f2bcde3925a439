package dev.podnet.components.check;

import dev.podnet.components.check.Subject.At;
import dev.podnet.components.config.CloudInitPart;
import dev.podnet.components.config.CyclingConfig;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.NodeConfig;
import dev.podnet.components.config.PoolConfig;
import dev.podnet.components.config.SettingPath;
import dev.podnet.components.plan.ImagePlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The nodes of pools: image, start-up data, metadata, and how they come and go. */
final class NodeChecks {
  private static final LocalDate FIRST_IMAGES = LocalDate.of(2022, 6, 1);
  private static final int SMALLEST_BOOT_VOLUME = 50;
  private static final int LONGEST_GRACE = 60;
  private static final int MAX_NSGS = 5;
  private static final int HUNDRED = 100;
  private static final Set<String> OWN_METADATA =
      Set.of("user_data", "ssh_authorized_keys", "areLegacyImdsEndpointsDisabled");
  private static final List<String> JOINING = List.of("oke_init_script", "oke-install.sh");

  private NodeChecks() {}

  static Stream<Finding> image(Subject subject) {
    return subject.pools().flatMap(p -> Stream.concat(oldImage(p), twoImages(p)));
  }

  private static Stream<Finding> oldImage(At<PoolConfig> pool) {
    return pool.value().imageName().flatMap(ImagePlan::date).stream()
        .filter(date -> date.isBefore(FIRST_IMAGES))
        .map(date ->
            Finding.error(
                "image-too-old",
                pool.path().key("imageName").toString(),
                "The image is of " + date + ", and VCN-native pod networking needs June 2022.",
                "Name an OKE image released in June 2022 or later, or leave the image out.",
                Sources.NPN));
  }

  private static Stream<Finding> twoImages(At<PoolConfig> pool) {
    return pool.value().image().isPresent() && pool.value().imageName().isPresent()
        ? Stream.of(
            Finding.error(
                "two-images",
                pool.path().key("imageName").toString(),
                "The image is named twice, by OCID and by name.",
                "Keep image or imageName.",
                ""))
        : Stream.empty();
  }

  static Stream<Finding> startUp(Subject subject) {
    return subject
        .pools()
        .flatMap(p ->
            Subject.at(p.value().nodes().cloudInit(), node(p).key("cloudInit"))
                .filter(part -> joins(part.value()))
                .map(part ->
                    Finding.error(
                        "cloud-init-joins",
                        part.path().key("content").toString(),
                        "It starts the kubelet, and podnet's own part does that, with the"
                            + " arguments that the pool needs.",
                        "Remove the call; all parts run before the node joins the cluster.",
                        "")));
  }

  private static boolean joins(CloudInitPart part) {
    return JOINING.stream().anyMatch(part.content()::contains);
  }

  static Stream<Finding> metadata(Subject subject) {
    return subject
        .pools()
        .flatMap(p ->
            p.value().nodes().metadata().keySet().stream()
                .filter(OWN_METADATA::contains)
                .sorted()
                .map(key ->
                    Finding.error(
                        "own-metadata",
                        node(p).key("metadata").key(key).toString(),
                        "podnet sets this key.",
                        "Remove it; use cloudInit, sshKey or legacyMetadataService.",
                        "")));
  }

  static Stream<Finding> ranges(Subject subject) {
    return subject.pools().flatMap(p -> Stream.concat(sizes(p), Stream.concat(grace(p), nsgs(p))));
  }

  private static Stream<Finding> sizes(At<PoolConfig> pool) {
    return pool.value().nodes().bootVolumeGb().stream()
        .filter(gb -> gb < SMALLEST_BOOT_VOLUME)
        .map(gb ->
            Finding.error(
                "boot-volume-size",
                node(pool).key("bootVolumeGb").toString(),
                "A boot volume of " + gb + " GB is too small.",
                "Use 50 or more.",
                Sources.BOOT_VOLUMES));
  }

  private static Stream<Finding> grace(At<PoolConfig> pool) {
    return pool.value().eviction().stream()
        .filter(e -> e.graceMinutes() < 0 || e.graceMinutes() > LONGEST_GRACE)
        .map(e ->
            Finding.error(
                "eviction-grace",
                pool.path().key("eviction").key("graceMinutes").toString(),
                "Pods cannot get " + e.graceMinutes() + " minutes to leave.",
                "Use 0 to 60.",
                Sources.NODE_POOLS));
  }

  private static Stream<Finding> nsgs(At<PoolConfig> pool) {
    NodeConfig node = pool.value().nodes();
    return Stream.of(
            new At<>(node.nsgs(), node(pool).key("nsgs")),
            new At<>(pool.value().podNsgs(), pool.path().key("podNsgs")))
        .flatMap(NodeChecks::tooManyGroups);
  }

  /** What is against a list of security groups of one VNIC. */
  static Stream<Finding> tooManyGroups(At<List<String>> groups) {
    // One of the five is the stack's own.
    return groups.value().size() <= MAX_NSGS - 1
        ? Stream.empty()
        : Stream.of(
            Finding.error(
                "too-many-nsgs",
                groups.path().toString(),
                "A VNIC can be in 5 network security groups, the stack's own included.",
                "Name 4 at most.",
                Sources.PROFILES));
  }

  static Stream<Finding> scaling(Subject subject) {
    return subject
        .pools()
        .flatMap(p -> Stream.of(negative(p), maxSize(p), unbounded(p)).flatMap(f -> f));
  }

  private static Stream<Finding> negative(At<PoolConfig> pool) {
    return pool.value().size() >= 0
        ? Stream.empty()
        : Stream.of(
            Finding.error(
                "pool-size",
                pool.path().key("size").toString(),
                "A pool cannot have " + pool.value().size() + " nodes.",
                "Use 0 or more.",
                Sources.NODE_POOLS));
  }

  private static Stream<Finding> maxSize(At<PoolConfig> pool) {
    return pool.value().maxSize().stream()
        .filter(max -> !pool.value().autoscaled() || max < pool.value().size())
        .map(max ->
            Finding.error(
                "max-size",
                pool.path().key("maxSize").toString(),
                "It bounds what an autoscaler makes of size "
                    + pool.value().size()
                    + ", and does not fit that.",
                "Set autoscaled to true and maxSize to size or more, or remove maxSize.",
                ""));
  }

  private static Stream<Finding> unbounded(At<PoolConfig> pool) {
    return pool.value().autoscaled() && pool.value().maxSize().isEmpty()
        ? Stream.of(
            Finding.warning(
                "max-size-missing",
                pool.path().key("autoscaled").toString(),
                "An autoscaler may make more nodes than addresses are counted for.",
                "Set maxSize to the most nodes that it makes.",
                ""))
        : Stream.empty();
  }

  static Stream<Finding> cycling(Subject subject) {
    return subject
        .pools()
        .flatMap(p ->
            p.value().cycling().stream()
                .map(c -> new At<>(c, p.path().key("cycling")))
                .flatMap(c -> Stream.concat(stuck(c), numbers(c))));
  }

  private static Stream<Finding> stuck(At<CyclingConfig> cycling) {
    return zero(cycling.value().maximumSurge()) && zero(cycling.value().maximumUnavailable())
        ? Stream.of(
            Finding.error(
                "cycling-stuck",
                cycling.path().toString(),
                "No node may be added and none may be missing, so none can be replaced.",
                "Set maximumSurge or maximumUnavailable to 1 or more.",
                Sources.NODE_POOLS))
        : Stream.empty();
  }

  private static Stream<Finding> numbers(At<CyclingConfig> cycling) {
    return Stream.of(
            new At<>(cycling.value().maximumSurge(), cycling.path().key("maximumSurge")),
            new At<>(
                cycling.value().maximumUnavailable(), cycling.path().key("maximumUnavailable")))
        // Of one hundred nodes the most that either can be is one hundred per cent.
        .filter(n ->
            CyclingConfig.nodes(n.value(), HUNDRED).isEmpty()
                || (n.value().endsWith("%")
                    && CyclingConfig.nodes(n.value(), HUNDRED).getAsLong() > HUNDRED))
        .map(n ->
            Finding.error(
                "cycling-number",
                n.path().toString(),
                "'" + n.value() + "' is neither a number of nodes nor a percentage of them.",
                "Write it like 2, or like 20% with 100% at most.",
                Sources.NODE_POOLS));
  }

  private static boolean zero(String number) {
    return number.matches("0+%?");
  }

  private static SettingPath node(At<PoolConfig> pool) {
    return pool.path().key("node");
  }
}
