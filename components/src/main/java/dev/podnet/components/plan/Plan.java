package dev.podnet.components.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a stack will be: a pure value, decided before anything is registered.
 *
 * @param rules security rules, each with a key that is unique in the plan
 * @param runtime the packaged runtime; empty where no pool uses it
 */
public record Plan(
    String name,
    String compartment,
    NetworkPlan network,
    List<RulePlan> rules,
    AccessPlan access,
    ClusterPlan cluster,
    List<PoolPlan> pools,
    List<VirtualPoolPlan> virtualPools,
    Optional<RuntimePlan> runtime,
    Map<String, String> tags) {

  public Plan {
    rules = List.copyOf(rules);
    pools = List.copyOf(pools);
    virtualPools = List.copyOf(virtualPools);
    tags = Map.copyOf(tags);
  }
}
