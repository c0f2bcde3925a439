package dev.podnet.components.plan;

import dev.podnet.components.config.GatewaysConfig;
import dev.podnet.components.config.GroupsConfig;
import dev.podnet.components.config.PoolConfig;
import dev.podnet.components.config.SecurityConfig;
import dev.podnet.components.config.SecurityConfig.Render;
import dev.podnet.components.config.StackConfig;
import dev.podnet.components.config.SubnetConfig;
import dev.podnet.components.config.SubnetConfig.Access;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.plan.NetworkPlan.Gateway;
import dev.podnet.components.plan.NetworkPlan.Ipv6;
import dev.podnet.components.plan.NetworkPlan.Privacy;
import dev.podnet.components.plan.NetworkPlan.Route;
import dev.podnet.components.plan.NetworkPlan.RouteTable;
import dev.podnet.components.plan.NetworkPlan.Subnet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The VCN, its gateways, and a route table for private and one for public subnets. */
final class NetworkPlanner {
  private static final String ANYWHERE = "0.0.0.0/0";
  private static final String ANYWHERE_V6 = "::/0";
  private static final Route OUT_BY_NAT =
      new Route(Optional.of(ANYWHERE), Gateway.NAT, "Out to the internet, not in");

  // An internet gateway's default route and a service gateway's route may not share a table.
  private static final RouteTable PRIVATE =
      new RouteTable(
          "private",
          List.of(
              OUT_BY_NAT,
              new Route(
                  Optional.empty(), Gateway.SERVICE, "Oracle services, not by the internet")));
  private static final RouteTable PUBLIC =
      new RouteTable(
          "public",
          List.of(new Route(Optional.of(ANYWHERE), Gateway.INTERNET, "To and from the internet")));

  // No NAT gateway knows IPv6. The subnet refuses what comes in, so the internet gateway only leads
  // out; Oracle's services are then reached through the NAT gateway.
  private static final RouteTable PRIVATE_IPV6 =
      new RouteTable(
          "private-ipv6",
          List.of(
              OUT_BY_NAT,
              new Route(
                  Optional.of(ANYWHERE_V6), Gateway.INTERNET, "Out to the internet, not in")));
  private static final RouteTable PUBLIC_IPV6 =
      new RouteTable(
          "public-ipv6",
          List.of(
              new Route(Optional.of(ANYWHERE), Gateway.INTERNET, "To and from the internet"),
              new Route(Optional.of(ANYWHERE_V6), Gateway.INTERNET, "To and from the internet")));

  private NetworkPlanner() {}

  static NetworkPlan plan(StackConfig config) {
    List<Subnet> subnets = config.network().subnets().stream().map(s -> subnet(s, config)).toList();
    List<RouteTable> tables =
        Stream.of(PRIVATE, PUBLIC, PRIVATE_IPV6, PUBLIC_IPV6)
            .filter(t ->
                subnets.stream()
                    .anyMatch(s -> s.origin().isCreated() && s.routeTable().equals(t.name())))
            .toList();
    return new NetworkPlan(
        config.networkCompartment(),
        Origin.of(config.network().id()),
        config.network().cidrs(),
        config.network().ipv6(),
        config.network().dnsLabel(),
        gateways(tables, config.network().gateways().orElseGet(GatewaysConfig::none)),
        tables,
        groups(subnets, config.network().groups()),
        subnets);
  }

  private static Subnet subnet(SubnetConfig subnet, StackConfig config) {
    String table =
        subnet.access().name().toLowerCase(Locale.ROOT) + (subnet.hasIpv6() ? "-ipv6" : "");
    return new Subnet(
        subnet.name(),
        Origin.of(subnet.id()),
        subnet.role(),
        subnet.cidrs(),
        ipv6(subnet),
        privacy(subnet),
        table,
        securityLists(subnet, config));
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
    return pool.podSubnet().filter(subnet::equals).isPresent()
        || pool.profiles().stream().anyMatch(p -> p.subnet().equals(subnet));
  }

  private static Map<Gateway, Origin> gateways(List<RouteTable> tables, GatewaysConfig existing) {
    Map<Gateway, Origin> gateways = new EnumMap<>(Gateway.class);
    tables.forEach(t ->
        t.routes()
            .forEach(r ->
                gateways.put(
                    r.gateway(),
                    Origin.of(
                        switch (r.gateway()) {
                          case INTERNET -> existing.internet();
                          case NAT -> existing.nat();
                          case SERVICE -> existing.service();
                        }))));
    return gateways;
  }

  /** Pods have a group of their own even where they share the workers' subnet. */
  private static Map<Role, Origin> groups(List<Subnet> subnets, Optional<GroupsConfig> existing) {
    Set<Role> roles = EnumSet.of(Role.ENDPOINT, Role.WORKERS, Role.PODS);
    subnets.forEach(s -> roles.add(s.role()));
    Map<Role, Origin> groups = new EnumMap<>(Role.class);
    roles.forEach(role -> groups.put(role, Origin.of(existing.flatMap(g -> g.of(role)))));
    return groups;
  }
}
