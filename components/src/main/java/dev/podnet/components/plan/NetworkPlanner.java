package dev.podnet.components.plan;

import dev.podnet.components.config.DrgConfig;
import dev.podnet.components.config.GatewaysConfig;
import dev.podnet.components.config.GroupsConfig;
import dev.podnet.components.config.PoolConfig;
import dev.podnet.components.config.SecurityConfig;
import dev.podnet.components.config.SecurityConfig.Render;
import dev.podnet.components.config.StackConfig;
import dev.podnet.components.config.SubnetConfig;
import dev.podnet.components.config.SubnetConfig.Access;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.plan.NetworkPlan.Drg;
import dev.podnet.components.plan.NetworkPlan.Gateway;
import dev.podnet.components.plan.NetworkPlan.Ipv6;
import dev.podnet.components.plan.NetworkPlan.Privacy;
import dev.podnet.components.plan.NetworkPlan.RouteTable;
import dev.podnet.components.plan.NetworkPlan.Subnet;
import dev.podnet.components.plan.NetworkPlan.Target;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The VCN, its gateways, subnets and groups. */
final class NetworkPlanner {
  private NetworkPlanner() {}

  static NetworkPlan plan(StackConfig config) {
    List<Subnet> subnets = config.network().subnets().stream().map(s -> subnet(s, config)).toList();
    List<RouteTable> tables = RoutePlanner.tables(config.network());
    List<RouteTable> ingress = RoutePlanner.ingress(config.network());
    List<RouteTable> all = Stream.concat(tables.stream(), ingress.stream()).toList();
    return new NetworkPlan(
        config.networkCompartment(),
        Origin.of(config.network().id()),
        config.network().cidrs(),
        config.network().ipv6(),
        config.network().dnsLabel(),
        gateways(all, config.network().gateways().orElseGet(GatewaysConfig::none)),
        config.network().drg().map(NetworkPlanner::drg),
        config.network().localPeerings(),
        tables,
        ingress,
        groups(subnets, config),
        subnets);
  }

  private static Drg drg(DrgConfig drg) {
    return new Drg(Origin.of(drg.id()), drg.routeTable(), drg.routes(), drg.remotePeerings());
  }

  private static Subnet subnet(SubnetConfig subnet, StackConfig config) {
    return new Subnet(
        subnet.name(),
        Origin.of(subnet.id()),
        subnet.role(),
        subnet.cidrs(),
        ipv6(subnet),
        privacy(subnet),
        RoutePlanner.table(subnet, config.network().routes()),
        securityLists(subnet, config),
        subnet.availabilityDomain(),
        subnet.flowLogs());
  }

  private static Optional<Ipv6> ipv6(SubnetConfig subnet) {
    return subnet
        .ipv6Cidr()
        .<Ipv6>map(Ipv6.Block::new)
        .or(() -> subnet.ipv6Index().map(Ipv6.Part::new));
  }

  private static Privacy privacy(SubnetConfig subnet) {
    if (subnet.access() == Access.PUBLIC) {
      return Privacy.PUBLIC;
    }
    return subnet.hasIpv6() ? Privacy.NO_INTERNET_INGRESS : Privacy.NO_PUBLIC_ADDRESSES;
  }

  /** Lists belong to subnets: one that workers and pods share needs the lists of both. */
  private static Set<Role> securityLists(SubnetConfig subnet, StackConfig config) {
    if (config.security().map(SecurityConfig::render).orElse(Render.GROUPS) == Render.GROUPS) {
      return Set.of();
    }
    Set<Role> roles = EnumSet.of(subnet.role());
    if (config.pools().stream().anyMatch(p -> hasPodsIn(p, subnet.name()))) {
      roles.add(Role.PODS);
    }
    return roles;
  }

  private static boolean hasPodsIn(PoolConfig pool, String subnet) {
    return (pool.profiles().isEmpty() && pool.podSubnet().orElse(pool.subnet()).equals(subnet))
        || pool.profiles().stream().anyMatch(p -> p.subnet().equals(subnet));
  }

  private static Map<Gateway, Origin> gateways(List<RouteTable> tables, GatewaysConfig existing) {
    Map<Gateway, Origin> gateways = new EnumMap<>(Gateway.class);
    tables.stream()
        .flatMap(t -> t.routes().stream())
        .forEach(r -> {
          if (r.target() instanceof Target.Own own) {
            gateways.put(own.gateway(), Origin.of(existing(own.gateway(), existing)));
          }
        });
    return gateways;
  }

  private static Optional<String> existing(Gateway gateway, GatewaysConfig existing) {
    return switch (gateway) {
      case INTERNET -> existing.internet();
      case NAT -> existing.nat();
      case SERVICE -> existing.service();
    };
  }

  /** Pods have a group of their own even where they share the workers' subnet. */
  private static Map<Role, Origin> groups(List<Subnet> subnets, StackConfig config) {
    Optional<GroupsConfig> existing = config.network().groups();
    boolean virtualOnly = config.pools().isEmpty() && !config.virtualPools().isEmpty();
    Set<Role> roles =
        virtualOnly
            ? EnumSet.of(Role.ENDPOINT)
            : EnumSet.of(Role.ENDPOINT, Role.WORKERS, Role.PODS);
    subnets.forEach(s -> roles.add(s.role()));
    Map<Role, Origin> groups = new EnumMap<>(Role.class);
    roles.forEach(role -> groups.put(role, Origin.of(existing.flatMap(g -> g.of(role)))));
    return groups;
  }
}
