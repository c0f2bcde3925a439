package dev.podnet.components.plan;

import dev.podnet.components.config.AccessConfig;
import dev.podnet.components.config.AccessConfig.Tier;
import dev.podnet.components.config.PoolConfig;
import dev.podnet.components.config.PoolConfig.Cni;
import dev.podnet.components.config.PoolConfig.Kind;
import dev.podnet.components.config.StackConfig;
import dev.podnet.components.plan.AccessPlan.DynamicGroupPlan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements, and the dynamic group of nodes that some of them speak of. */
final class AccessPlanner {
  private AccessPlanner() {}

  static AccessPlan plan(List<StatementRow> rows, StackConfig config) {
    AccessConfig access = config.access().orElseGet(AccessConfig::defaults);
    List<String> principals =
        compartments(
            config, config.pools().stream().filter(p -> isSelfManaged(p) || asksItself(access, p)));
    return new AccessPlan(
        access.tier() != Tier.PRINT,
        access.propagationSeconds(),
        principals.isEmpty() || access.dynamicGroup().isPresent()
            ? Optional.empty()
            : Optional.of(group(config, access, principals)),
        new StatementPlanner(config, access).plan(rows));
  }

  static boolean isSelfManaged(PoolConfig pool) {
    return pool.kind() == Kind.SELF_MANAGED;
  }

  /** Whether the pool's nodes call Oracle's APIs as principals, for the packaged runtime. */
  static boolean asksItself(AccessConfig access, PoolConfig pool) {
    return access.secondSource() && pool.cni() == Cni.PACKAGED;
  }

  static List<String> compartments(StackConfig config, Stream<PoolConfig> pools) {
    return pools.map(pool -> pool.compartment().orElse(config.compartment())).distinct().toList();
  }

  /** As statements name it. */
  static String groupName(StackConfig config, AccessConfig access) {
    return access.dynamicGroup().orElseGet(() -> config.name() + "-nodes");
  }

  private static DynamicGroupPlan group(
      StackConfig config, AccessConfig access, List<String> compartments) {
    return new DynamicGroupPlan(
        groupName(config, access),
        access.tenancy().orElse(config.compartment()),
        rule(compartments));
  }

  /** Source: Oracle, Creating a Dynamic Group and a Policy for Self-Managed Nodes. */
  private static String rule(List<String> compartments) {
    return compartments.stream()
        .map(c -> "instance.compartment.id='" + c + "'")
        .collect(Collectors.joining(", ", compartments.size() == 1 ? "ALL {" : "ANY {", "}"));
  }
}
