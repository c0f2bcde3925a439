package dev.podnet.sim.oke;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.network.Peers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The secondary VNICs that each node of a pool gets: profiles, or in the older way pod subnets. */
final class Profiles {
  static final String TAINT = "oci.oraclecloud.com/application-resource-only";
  static final String RESOURCE_PREFIX = "oke-application-resource.oci.oraclecloud.com/";
  private static final int DEFAULT_IP_COUNT = 32;
  private static final int MOST_IPS = 256;

  /** With pod subnets a VNIC holds 32 addresses, one of which is its own. */
  static final int PODS_PER_LEGACY_VNIC = 31;

  private Profiles() {}

  static List<Doc> of(Doc pool) {
    return pool.docs("secondaryVnics").stream().map(each -> each.doc("createVnicDetails")).toList();
  }

  static Doc podOptions(Doc pool) {
    return pool.doc("nodeConfigDetails").doc("nodePoolPodNetworkOptionDetails");
  }

  static int ipCount(Doc profile) {
    return (int) profile.numberOr("ipCount", DEFAULT_IP_COUNT);
  }

  static int prefix(Doc profile) {
    return 32 - Integer.numberOfTrailingZeros(ipCount(profile));
  }

  /** IPv6 blocks have a length that is a multiple of four bits; what is too much stays unused. */
  static int ipv6Prefix(Doc profile) {
    int count = ipCount(profile);
    return count == 1 ? 128 : count <= 16 ? 124 : 120;
  }

  static int legacyPods(Doc pool) {
    return (int) podOptions(pool).numberOr("maxPodsPerNode", PODS_PER_LEGACY_VNIC);
  }

  /** How many pods the i-th legacy VNIC serves. */
  static List<Integer> legacyVnics(Doc pool) {
    var counts = new ArrayList<Integer>();
    for (int left = legacyPods(pool); left > 0; left -= PODS_PER_LEGACY_VNIC) {
      counts.add(Math.min(left, PODS_PER_LEGACY_VNIC));
    }
    return counts;
  }

  /** The most pods of a node: the sum over its profiles, or what the legacy options say. */
  static int pods(Doc pool) {
    var profiles = of(pool);
    return profiles.isEmpty()
        ? legacyPods(pool)
        : profiles.stream().mapToInt(Profiles::ipCount).sum();
  }

  /** Whether nodes are kept for pods that ask for an application resource. */
  static boolean tainted(Doc pool) {
    return of(pool).stream().anyMatch(each -> !each.texts("applicationResources").isEmpty());
  }

  static Optional<Refusal> refuse(Draft draft, String vcnId, boolean nativeCni, Doc pool) {
    var profiles = of(pool);
    var legacy = podOptions(pool);
    boolean legacyPods =
        legacy.has("podSubnetIds") || legacy.has("podNsgIds") || legacy.has("maxPodsPerNode");
    return Refusal.first(
        () ->
            Refusal.when(
                !profiles.isEmpty() && !nativeCni,
                () ->
                    Refusal.invalid(
                        "'secondaryVnics' needs a cluster with the CNI "
                            + ClusterRules.NATIVE
                            + ".")),
        () ->
            Refusal.when(
                !profiles.isEmpty() && legacyPods,
                () ->
                    Refusal.invalid(
                        "'secondaryVnics' excludes 'podSubnetIds', 'podNsgIds' and 'maxPodsPerNode'"
                            + " in one pool.")),
        () ->
            Refusal.when(
                nativeCni && profiles.isEmpty() && legacy.texts("podSubnetIds").isEmpty(),
                () ->
                    Refusal.missing(
                        "A pool of a cluster with the CNI %s needs 'secondaryVnics' or 'podSubnetIds'."
                            .formatted(ClusterRules.NATIVE))),
        () -> badLegacy(draft, vcnId, legacy),
        () -> badProfiles(draft, vcnId, profiles));
  }

  private static Optional<Refusal> badLegacy(Draft draft, String vcnId, Doc legacy) {
    long most = legacy.numberOr("maxPodsPerNode", 1);
    return Refusal.first(
        () ->
            Refusal.when(
                most < 1 || most > MOST_IPS,
                () ->
                    Refusal.invalid(
                        "'maxPodsPerNode' must be from 1 to " + MOST_IPS + ", not " + most + ".")),
        () -> Peers.sameVcn(draft, vcnId, "podSubnetIds", legacy.texts("podSubnetIds")),
        () -> Peers.nsgs(draft, vcnId, "podNsgIds", legacy.texts("podNsgIds")));
  }

  private static Optional<Refusal> badProfiles(Draft draft, String vcnId, List<Doc> profiles) {
    int sum = profiles.stream().mapToInt(Profiles::ipCount).sum();
    var names = new HashSet<String>();
    for (Doc profile : profiles) {
      int count = ipCount(profile);
      String name = profile.textOr("displayName", "");
      var refusal =
          Refusal.first(
              () ->
                  Refusal.when(
                      count < 1 || count > MOST_IPS || Integer.bitCount(count) != 1,
                      () ->
                          Refusal.invalid(
                              "'ipCount' must be a power of two from 1 to 256, not "
                                  + count
                                  + ".")),
              () ->
                  Refusal.when(
                      !name.isEmpty() && !names.add(name),
                      () -> Refusal.invalid("Two profiles have the display name '" + name + "'.")),
              () ->
                  Peers.sameVcn(draft, vcnId, "secondaryVnics.subnetId", profile.need("subnetId")),
              () -> Peers.nsgs(draft, vcnId, "secondaryVnics.nsgIds", profile.texts("nsgIds")),
              () -> badResource(profile.texts("applicationResources")));
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Refusal.when(
        sum > MOST_IPS,
        () ->
            Refusal.invalid(
                "The 'ipCount' of all profiles must be at most "
                    + MOST_IPS
                    + " together, not "
                    + sum
                    + "."));
  }

  private static Optional<Refusal> badResource(List<String> names) {
    return Refusal.first(
        () ->
            Refusal.when(
                names.size() > 1,
                () ->
                    Refusal.invalid(
                        "A profile has at most one application resource, not "
                            + names.size()
                            + ".")),
        () ->
            names.stream()
                .filter(name -> !name.matches("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?"))
                .findFirst()
                .map(name ->
                    Refusal.invalid("'" + name + "' is not a valid application resource name.")));
  }
}
