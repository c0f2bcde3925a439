package dev.podnet.components.plan;

import dev.podnet.components.config.RuntimeConfig.Guard;
import dev.podnet.components.config.StackConfig;
import java.util.List;

/**
 * Settings in, plan out. It plans any settings, sensible or not: what is wrong with them is {@code
 * check}'s to say, so a name that resolves to nothing stays a name.
 */
public final class Planner {
  private final Catalog catalog;

  public Planner(Catalog catalog) {
    this.catalog = catalog;
  }

  public Plan plan(StackConfig config) {
    NetworkPlan network = NetworkPlanner.plan(config);
    List<PoolPlan> pools = new PoolPlanner(catalog, config).plan();
    return new Plan(
        config.name(),
        config.compartment(),
        config.part(),
        network,
        RulePlanner.plan(catalog.rules(), config, network),
        AccessPlanner.plan(catalog.statements(), config),
        ClusterPlanner.plan(config),
        pools,
        AddressPlanner.plan(network, pools),
        VirtualPoolPlanner.plan(config),
        config.runtime().map(r -> new RuntimePlan(r.image(), r.guard() == Guard.BESIDE)),
        config.tags());
  }
}
