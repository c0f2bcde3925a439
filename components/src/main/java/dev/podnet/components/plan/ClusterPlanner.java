package dev.podnet.components.plan;

import dev.podnet.components.config.AddonConfig;
import dev.podnet.components.config.ApiConfig;
import dev.podnet.components.config.ClusterConfig;
import dev.podnet.components.config.PoolConfig;
import dev.podnet.components.config.PoolConfig.Cni;
import dev.podnet.components.config.StackConfig;
import dev.podnet.components.config.SubnetConfig;
import dev.podnet.components.config.SubnetConfig.Access;
import dev.podnet.components.config.SubnetConfig.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The cluster and its add-ons. */
final class ClusterPlanner {
  private static final String CNI_ADDON = "OciVcnIpNative";

  // An unlabelled node always gets Oracle's CNI: it is kept off only where podnet's own is asked
  // for.
  private static final String KEEP_OFF_PACKAGED_NODES =
      """
      {"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":\
      [{"matchExpressions":[{"key":"podnet.dev/cni","operator":"DoesNotExist"}]}]}}}\
      """;

  private ClusterPlanner() {}

  static ClusterPlan plan(StackConfig config) {
    ClusterConfig cluster = config.cluster();
    List<SubnetConfig> subnets = config.network().subnets();
    List<SubnetConfig> endpoints = subnets.stream().filter(s -> s.role() == Role.ENDPOINT).toList();
    return new ClusterPlan(
        Origin.of(cluster.id()),
        cluster.api().orElseGet(ApiConfig::defaults),
        cluster.kubernetesVersion(),
        cluster.type(),
        endpoints.stream().map(SubnetConfig::name).findFirst().orElse(""),
        endpoints.stream().anyMatch(s -> s.access() == Access.PUBLIC),
        subnets.stream()
            .filter(s -> s.role() == Role.LOAD_BALANCERS)
            .map(SubnetConfig::name)
            .toList(),
        cluster.dualStack(),
        cluster.kmsKey(),
        cluster.imageSigningKeys(),
        cluster.oidc(),
        cluster.oidcDiscovery(),
        Stream.concat(cni(config).stream(), cluster.addons().stream().map(ClusterPlanner::addon))
            .toList());
  }

  /** Oracle's CNI, where something of it is not as OKE sets it up. */
  private static Optional<AddonPlan> cni(StackConfig config) {
    ClusterConfig cluster = config.cluster();
    Map<String, String> configuration = new TreeMap<>(cluster.cniConfiguration());
    if (config.pools().stream().map(PoolConfig::cni).anyMatch(Cni.PACKAGED::equals)) {
      configuration.put("affinity", KEEP_OFF_PACKAGED_NODES);
    }
    // To Oracle no version means that Oracle keeps it up to date.
    Optional<String> version = cluster.cniVersion().filter(pinned -> !cluster.cniAutoUpdate());
    return configuration.isEmpty() && cluster.cniVersion().isEmpty()
        ? Optional.empty()
        // Pods keep their network when the stack lets go of the add-on.
        : Optional.of(
            new AddonPlan(
                "oracle-cni", CNI_ADDON, version, List.copyOf(configuration.entrySet()), true));
  }

  private static AddonPlan addon(AddonConfig addon) {
    return new AddonPlan(
        addon.name(),
        addon.name(),
        addon.version(),
        List.copyOf(new TreeMap<>(addon.configuration()).entrySet()),
        false);
  }
}
