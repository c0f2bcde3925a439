package dev.podnet.podnetctl;

import dev.podnet.components.config.Kinds;
import dev.podnet.components.net.Cidr;
import dev.podnet.components.plan.Plan;
import dev.podnet.components.plan.PoolPlan;
import dev.podnet.components.plan.PoolPlan.Pods;
import dev.podnet.components.plan.RulePlan;
import dev.podnet.components.plan.RulePlan.Peer;
import dev.podnet.podnetctl.Report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan as tables. */
final class PlanTables {
  private PlanTables() {}

  static List<Table> of(Plan plan, boolean withRules) {
    List<Table> tables =
        new ArrayList<>(
            List.of(
                subnets(plan),
                CapacityTables.pools(plan),
                profiles(plan),
                CapacityTables.resources(plan),
                CapacityTables.addresses(plan),
                CapacityTables.shares(plan),
                virtualPools(plan),
                dynamicGroups(plan),
                statements(plan)));
    if (withRules) {
      tables.add(rules(plan));
    }
    tables.removeIf(table -> table.rows().isEmpty());
    return tables;
  }

  private static Table subnets(Plan plan) {
    return new Table(
        "subnets",
        List.of("name", "role", "blocks", "access", "routes"),
        plan.network().subnets().stream()
            .map(s ->
                List.of(
                    s.name(),
                    Kinds.spelled(s.role()),
                    s.cidrs().stream().map(Cidr::toString).collect(Collectors.joining(",")),
                    s.isPrivate() ? "private" : "public",
                    s.routeTable()))
            .toList());
  }

  private static Table profiles(Plan plan) {
    return new Table(
        "profiles",
        List.of("pool", "profile", "subnet", "ipCount", "applicationResource", "addresses"),
        plan.pools().stream().flatMap(PlanTables::profiles).toList());
  }

  private static Stream<List<String>> profiles(PoolPlan pool) {
    return pool.pods() instanceof Pods.Profiles pods
        ? pods.profiles().stream()
            .map(p ->
                List.of(
                    pool.name(),
                    p.name(),
                    p.subnet(),
                    String.valueOf(p.ipCount()),
                    p.applicationResource().orElse("-"),
                    String.valueOf((long) p.ipCount() * pool.size())))
        : Stream.empty();
  }

  private static Table virtualPools(Plan plan) {
    return new Table(
        "virtualPools",
        List.of("name", "nodes", "podShape", "subnet", "podSubnet"),
        plan.virtualPools().stream()
            .map(p ->
                List.of(
                    p.name(), String.valueOf(p.size()), p.podShape(), p.subnet(), p.podSubnet()))
            .toList());
  }

  private static Table dynamicGroups(Plan plan) {
    return new Table(
        "dynamicGroups",
        List.of("name", "rule"),
        plan.access().group().stream().map(g -> List.of(g.name(), g.rule())).toList());
  }

  private static Table statements(Plan plan) {
    return new Table(
        "statements",
        List.of("key", "text"),
        plan.access().statements().stream().map(s -> List.of(s.key(), s.text())).toList());
  }

  private static Table rules(Plan plan) {
    return new Table(
        "rules",
        List.of("on", "direction", "peer", "protocol", "ports", "key"),
        plan.rules().stream()
            .map(r ->
                List.of(
                    Kinds.spelled(r.on()),
                    Kinds.spelled(r.direction()),
                    peer(r.peer()),
                    Kinds.spelled(r.protocol()),
                    ports(r),
                    r.key()))
            .toList());
  }

  private static String peer(Peer peer) {
    return switch (peer) {
      case Peer.Group group -> Kinds.spelled(group.role());
      case Peer.Services services -> "services";
      case Peer.Block block -> block.cidr().toString();
    };
  }

  private static String ports(RulePlan rule) {
    return rule.ports()
        .map(p -> p.min() == p.max() ? "" + p.min() : p.min() + "-" + p.max())
        .or(() -> rule.icmp().map(i -> i.type() + i.code().map(c -> "," + c).orElse("")))
        .orElse("all");
  }
}
