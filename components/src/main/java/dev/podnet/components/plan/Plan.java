package dev.podnet.components.plan;

import dev.podnet.components.config.StackConfig.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a stack will be: a pure value, decided before anything is registered.
 *
 * @param part what of it the stack declares
 * @param rules security rules, each with a key that is unique in the plan
 * @param addresses what pools need in the subnets that they use
 * @param runtime the packaged runtime; empty where no pool uses it
 */
public record Plan(
    String name,
    String compartment,
    Part part,
    NetworkPlan network,
    List<RulePlan> rules,
    AccessPlan access,
    ClusterPlan cluster,
    List<PoolPlan> pools,
    List<SubnetAddresses> addresses,
    List<VirtualPoolPlan> virtualPools,
    Optional<RuntimePlan> runtime,
    Map<String, String> tags) {

  public Plan {
    rules = List.copyOf(rules);
    pools = List.copyOf(pools);
    addresses = List.copyOf(addresses);
    virtualPools = List.copyOf(virtualPools);
    tags = Map.copyOf(tags);
  }
}
