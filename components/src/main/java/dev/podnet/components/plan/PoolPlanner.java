package dev.podnet.components.plan;

import dev.podnet.components.config.PoolConfig;
import dev.podnet.components.config.PoolConfig.Cni;
import dev.podnet.components.config.ProfileConfig;
import dev.podnet.components.config.StackConfig;
import dev.podnet.components.plan.PoolPlan.Pods;
import dev.podnet.components.plan.PoolPlan.Profile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The node pools and what they hold. */
final class PoolPlanner {
  private final Catalog catalog;

  PoolPlanner(Catalog catalog) {
    this.catalog = catalog;
  }

  List<PoolPlan> plan(StackConfig config) {
    return config.pools().stream().map(pool -> plan(pool, config)).toList();
  }

  private PoolPlan plan(PoolConfig pool, StackConfig config) {
    Capacity capacity = capacity(pool);
    return new PoolPlan(
        pool.name(),
        pool.compartment().orElse(config.compartment()),
        pool.size(),
        pool.shape(),
        pool.ocpus(),
        pool.memoryGb(),
        pool.subnet(),
        pool.image(),
        pool.cni(),
        pods(pool, capacity),
        CloudInit.of(pool.cni() == Cni.PACKAGED, pool.profiles().isEmpty() ? 0 : lowered(pool)),
        capacity);
  }

  private static Pods pods(PoolConfig pool, Capacity capacity) {
    if (pool.profiles().isEmpty()) {
      return new Pods.Standard(pool.podSubnet().orElse(pool.subnet()), capacity.podsPerNode());
    }
    return new Pods.Profiles(pool.profiles().stream().map(PoolPlanner::profile).toList());
  }

  private static Profile profile(ProfileConfig config) {
    return new Profile(
        config.name(),
        config.subnet(),
        config.ipCount(),
        config.applicationResource(),
        config.nsgs());
  }

  private Capacity capacity(PoolConfig pool) {
    Map<String, Integer> profiles = new LinkedHashMap<>();
    pool.profiles().forEach(p -> profiles.merge(p.name(), p.ipCount(), Integer::sum));
    int addresses =
        profiles.isEmpty()
            ? Capacity.standard(
                catalog.shape(pool.shape()).map(s -> s.vnics(pool.ocpus())).orElse(1))
            : profiles.values().stream().mapToInt(Integer::intValue).sum();
    int pods = Math.min(addresses, pool.maxPods().orElse(addresses));
    return new Capacity(pods, profiles, pool.size());
  }

  /** The kubelet's limit where the user lowered it below what OKE derives from the profiles. */
  private static int lowered(PoolConfig pool) {
    int addresses = pool.profiles().stream().mapToInt(ProfileConfig::ipCount).sum();
    return pool.maxPods().filter(max -> max < addresses).orElse(0);
  }
}
