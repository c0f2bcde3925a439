package dev.podnet.components.plan;

import dev.podnet.components.config.StackConfig;
import dev.podnet.components.config.VirtualPoolConfig;
import dev.podnet.components.config.VirtualPoolConfig.VirtualPlacementConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pools of virtual nodes. */
final class VirtualPoolPlanner {
  private VirtualPoolPlanner() {}

  static List<VirtualPoolPlan> plan(StackConfig config) {
    return config.virtualPools().stream().map(pool -> plan(pool, config)).toList();
  }

  private static VirtualPoolPlan plan(VirtualPoolConfig pool, StackConfig config) {
    Map<String, String> tags = new TreeMap<>(config.tags());
    tags.putAll(pool.tags());
    return new VirtualPoolPlan(
        pool.name(),
        pool.compartment().orElse(config.compartment()),
        pool.size(),
        pool.podShape(),
        pool.placement().stream().map(VirtualPoolPlanner::inFaultDomains).toList(),
        pool.subnet(),
        pool.podSubnet().orElse(pool.subnet()),
        List.copyOf(new TreeMap<>(pool.labels()).entrySet()),
        pool.taints(),
        pool.nsgs(),
        pool.podNsgs(),
        tags);
  }

  private static VirtualPlacementConfig inFaultDomains(VirtualPlacementConfig placement) {
    return placement.faultDomains().isEmpty()
        ? new VirtualPlacementConfig(
            placement.availabilityDomain(), VirtualPoolPlan.FAULT_DOMAINS, placement.subnet())
        : placement;
  }
}
