package dev.podnet.components.plan;

import dev.podnet.components.config.PoolConfig;
import dev.podnet.components.config.PoolConfig.Cni;
import dev.podnet.components.config.RuntimeConfig;
import dev.podnet.components.config.StackConfig;
import dev.podnet.components.config.SubnetConfig;
import dev.podnet.components.config.SubnetConfig.Access;
import dev.podnet.components.config.SubnetConfig.Role;
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
    return new Plan(
        config.name(),
        config.compartment(),
        network,
        RulePlanner.plan(catalog.rules(), config, network),
        StatementPlanner.plan(catalog.statements(), config),
        cluster(config),
        new PoolPlanner(catalog, config).plan(),
        config.runtime().map(RuntimeConfig::image),
        config.tags());
  }

  private static ClusterPlan cluster(StackConfig config) {
    List<SubnetConfig> subnets = config.network().subnets();
    List<SubnetConfig> endpoints = subnets.stream().filter(s -> s.role() == Role.ENDPOINT).toList();
    return new ClusterPlan(
        config.cluster().kubernetesVersion(),
        config.cluster().type(),
        endpoints.stream().map(SubnetConfig::name).findFirst().orElse(""),
        endpoints.stream().anyMatch(s -> s.access() == Access.PUBLIC),
        subnets.stream()
            .filter(s -> s.role() == Role.LOAD_BALANCERS)
            .map(SubnetConfig::name)
            .toList(),
        config.pools().stream().map(PoolConfig::cni).anyMatch(Cni.PACKAGED::equals));
  }
}
