package dev.podnet.components.check;

import dev.podnet.components.config.Finding;
import dev.podnet.components.config.SettingPath;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.plan.AddonPlan;
import dev.podnet.components.plan.ClusterPlan;
import dev.podnet.components.plan.NetworkPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What only the cloud can tell: made when its answer is known, which is in preview for all that
 * exists. {@code podnetctl plan} asks no cloud and leaves these out.
 */
public final class LaterChecks {
  private static final String CNI = "OCI_VCN_IP_NATIVE";

  private LaterChecks() {}

  /**
   * A subnet that exists.
   *
   * @param regional whether it spans all availability domains
   */
  public record LiveSubnet(String vcnId, boolean isPrivate, boolean regional) {}

  /**
   * A cluster that exists.
   *
   * @param upgrades versions that OKE would upgrade its control plane to now
   */
  public record LiveCluster(String cniType, String version, List<String> upgrades) {}

  /** Settings of an add-on's versions that OKE offers, by version. */
  public record Offer(Map<String, Set<String>> keys) {

    /** How OKE writes a version, which people write with and without a "v". */
    public Optional<String> spelled(String version) {
      return Stream.of(version, "v" + version).filter(keys::containsKey).findFirst();
    }
  }

  /** Pods and workers are in one VCN, and pods in private regional subnets. */
  public static List<Finding> subnet(NetworkPlan.Subnet plan, LiveSubnet live, String vcnId) {
    boolean pods = plan.role() == Role.PODS;
    return Stream.of(
            found(
                "subnet-in-other-vcn",
                !live.vcnId().equals(vcnId),
                plan,
                "lies in the VCN " + live.vcnId() + ", and the cluster in " + vcnId + ".",
                "Name a subnet of the cluster's VCN: pods and workers share one."),
            found(
                "pod-subnet-public",
                pods && !live.isPrivate(),
                plan,
                "lets its VNICs have public addresses.",
                "Name a private subnet."),
            found(
                "subnet-not-regional",
                !live.regional() && (pods || plan.role() == Role.ENDPOINT),
                plan,
                "is bound to one availability domain.",
                "Name a regional subnet."))
        .flatMap(s -> s)
        .toList();
  }

  private static Stream<Finding> found(
      String id, boolean wrong, NetworkPlan.Subnet subnet, String reason, String fix) {
    return wrong
        ? Stream.of(
            Finding.error(
                id,
                SettingPath.of("network").key("subnets").toString(),
                "The subnet '" + subnet.name() + "' " + reason,
                fix,
                Sources.NPN))
        : Stream.empty();
  }

  /** A cluster that the stack adds to must have VCN-native pod networking. */
  public static List<Finding> adopted(LiveCluster live) {
    return live.cniType().equals(CNI)
        ? List.of()
        : List.of(
            Finding.error(
                "cluster-without-vcn-native",
                SettingPath.of("cluster").key("id").toString(),
                "Its pods are networked by " + live.cniType() + ", which a cluster keeps for life.",
                "Name a cluster with " + CNI + ", or let the stack make one.",
                Sources.NPN));
  }

  /** A cluster of another's is not upgraded by the stack. */
  public static List<Finding> atVersion(ClusterPlan plan, LiveCluster live) {
    return live.version().equals(plan.kubernetesVersion())
        ? List.of()
        : List.of(
            Finding.error(
                "existing-cluster-version",
                SettingPath.of("cluster").key("kubernetesVersion").toString(),
                "The cluster runs " + live.version() + " and is another's to upgrade.",
                "Write \"" + live.version() + "\".",
                ""));
  }

  /** A control plane goes from version to version, as OKE offers them. */
  public static List<Finding> upgrade(ClusterPlan plan, LiveCluster live) {
    String wanted = plan.kubernetesVersion();
    return live.version().equals(wanted) || live.upgrades().contains(wanted)
        ? List.of()
        : List.of(
            Finding.error(
                "cluster-upgrade",
                SettingPath.of("cluster").key("kubernetesVersion").toString(),
                "The cluster runs " + live.version() + " and cannot become " + wanted + " now.",
                live.upgrades().isEmpty()
                    ? "Write " + live.version() + ": OKE offers no upgrade."
                    : "Write "
                        + live.version()
                        + ", or one of the upgrades that OKE offers: "
                        + String.join(", ", live.upgrades())
                        + ".",
                Sources.UPGRADE));
  }

  /**
   * Add-ons against OKE's own list.
   *
   * @param offers by the add-on's name, for the cluster's Kubernetes version
   */
  public static List<Finding> addons(List<AddonPlan> addons, Map<String, Offer> offers) {
    return addons.stream().flatMap(addon -> addon(addon, offers)).toList();
  }

  private static Stream<Finding> addon(AddonPlan addon, Map<String, Offer> offers) {
    Offer offer = offers.get(addon.name());
    if (offer == null) {
      return Stream.of(
          wrong(
              "unknown-addon",
              "OKE offers no add-on '" + addon.name() + "' for this version of Kubernetes.",
              "Use one of " + String.join(", ", new TreeMap<>(offers).keySet()) + "."));
    }
    Map<String, Set<String>> versions = new TreeMap<>(offer.keys());
    Optional<String> pinned = addon.version().flatMap(offer::spelled);
    boolean isOffered = addon.version().isEmpty() || pinned.isPresent();
    Set<String> keys =
        pinned.flatMap(v -> Optional.ofNullable(versions.get(v))).orElseGet(() -> all(versions));
    return Stream.concat(
        isOffered
            ? Stream.empty()
            : Stream.of(
                wrong(
                    "addon-version",
                    "OKE offers no version "
                        + addon.version().orElse("")
                        + " of "
                        + addon.name()
                        + " for this version of Kubernetes.",
                    "Use one of " + String.join(", ", versions.keySet()) + ", or leave it out.")),
        addon.configuration().stream()
            .map(Map.Entry::getKey)
            .filter(key -> !keys.contains(key))
            .map(key ->
                wrong(
                    "addon-setting",
                    "The add-on " + addon.name() + " has no setting '" + key + "'.",
                    "Use one of " + String.join(", ", keys.stream().sorted().toList()) + ".")));
  }

  private static Set<String> all(Map<String, Set<String>> versions) {
    return versions.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  private static Finding wrong(String id, String reason, String fix) {
    return Finding.error(
        id, SettingPath.of("cluster").key("addons").toString(), reason, fix, Sources.ADDONS);
  }
}
