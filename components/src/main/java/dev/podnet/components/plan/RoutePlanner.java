package dev.podnet.components.plan;

import dev.podnet.components.config.IngressRouteConfig;
import dev.podnet.components.config.Kinds;
import dev.podnet.components.config.NetworkConfig;
import dev.podnet.components.config.RouteConfig;
import dev.podnet.components.config.SubnetConfig;
import dev.podnet.components.config.SubnetConfig.Access;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.net.Cidr;
import dev.podnet.components.plan.NetworkPlan.Gateway;
import dev.podnet.components.plan.NetworkPlan.Route;
import dev.podnet.components.plan.NetworkPlan.RouteTable;
import dev.podnet.components.plan.NetworkPlan.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A route table for private and one for public subnets, each with and without IPv6; roles with
 * routes of their own have tables of their own.
 */
final class RoutePlanner {
  private static final String ANYWHERE = "0.0.0.0/0";
  private static final String ANYWHERE_V6 = "::/0";
  private static final String OUT = "Out to the internet, not in";
  private static final String BOTH_WAYS = "To and from the internet";

  private RoutePlanner() {}

  /** Kinds of subnets that differ in their way out. */
  private enum Base {
    PRIVATE("private"),
    PUBLIC("public"),
    PRIVATE_IPV6("private-ipv6"),
    PUBLIC_IPV6("public-ipv6");

    private final String label;

    Base(String label) {
      this.label = label;
    }

    static Base of(SubnetConfig subnet) {
      if (subnet.access() == Access.PRIVATE) {
        return subnet.hasIpv6() ? PRIVATE_IPV6 : PRIVATE;
      }
      return subnet.hasIpv6() ? PUBLIC_IPV6 : PUBLIC;
    }
  }

  /** What a subnet has without any setting; an internet gateway and services may not meet. */
  private static List<Route> routes(Base base) {
    return switch (base) {
      case PRIVATE ->
          List.of(
              route(ANYWHERE, Gateway.NAT, OUT),
              new Route(
                  Optional.empty(),
                  new Target.Own(Gateway.SERVICE),
                  "Oracle services, not by the internet"));
      case PUBLIC -> List.of(route(ANYWHERE, Gateway.INTERNET, BOTH_WAYS));
      // No NAT gateway knows IPv6. The subnet refuses what comes in, so the internet gateway only
      // leads out; Oracle's services are then reached through the NAT gateway.
      case PRIVATE_IPV6 ->
          List.of(route(ANYWHERE, Gateway.NAT, OUT), route(ANYWHERE_V6, Gateway.INTERNET, OUT));
      case PUBLIC_IPV6 ->
          List.of(
              route(ANYWHERE, Gateway.INTERNET, BOTH_WAYS),
              route(ANYWHERE_V6, Gateway.INTERNET, BOTH_WAYS));
    };
  }

  private static Route route(String destination, Gateway gateway, String why) {
    return new Route(Optional.of(destination), new Target.Own(gateway), why);
  }

  /** The tables of the subnets that are made. */
  static List<RouteTable> tables(NetworkConfig network) {
    Map<String, RouteTable> tables = new LinkedHashMap<>();
    for (Base base : Base.values()) {
      network.subnets().stream()
          .filter(s -> s.id().isEmpty() && Base.of(s) == base)
          .forEach(s -> {
            String name = table(s, network.routes());
            tables.putIfAbsent(name, table(name, base, s.role(), network));
          });
    }
    return List.copyOf(tables.values());
  }

  /** Name of a subnet's table. */
  static String table(SubnetConfig subnet, List<RouteConfig> extra) {
    boolean own = extra.stream().anyMatch(r -> r.roles().contains(subnet.role()));
    return Base.of(subnet).label + (own ? "-" + Kinds.spelled(subnet.role()) : "");
  }

  private static RouteTable table(String name, Base base, Role role, NetworkConfig network) {
    List<Route> own =
        network.routes().stream()
            .filter(r -> r.isFor(role))
            .map(r ->
                new Route(
                    Optional.of(r.destination().toString()), target(r.via(), network), r.why()))
            .toList();
    Stream<Route> kept =
        routes(base).stream()
            .filter(r -> own.stream().noneMatch(o -> o.destination().equals(r.destination())));
    return new RouteTable(name, Stream.concat(kept, own.stream()).toList());
  }

  /** A table for each thing that something comes in by, called after it. */
  static List<RouteTable> ingress(NetworkConfig network) {
    return network.ingressRoutes().stream()
        .map(IngressRouteConfig::from)
        .distinct()
        .map(from -> new RouteTable(from, ingress(from, network)))
        .toList();
  }

  private static List<Route> ingress(String from, NetworkConfig network) {
    return network.ingressRoutes().stream()
        .filter(r -> r.from().equals(from))
        .map(r -> new Route(r.destination().map(Cidr::toString), target(r.via(), network), r.why()))
        .toList();
  }

  /** What a setting names: something of this network by its name, or anything by its OCID. */
  private static Target target(String via, NetworkConfig network) {
    if (via.equals(RouteConfig.DRG)) {
      return new Target.OwnDrg();
    }
    if (network.localPeerings().stream().anyMatch(p -> p.name().equals(via))) {
      return new Target.Peering(via);
    }
    return via.equals(Kinds.spelled(Gateway.SERVICE))
        ? new Target.Own(Gateway.SERVICE)
        : new Target.Other(via);
  }
}
