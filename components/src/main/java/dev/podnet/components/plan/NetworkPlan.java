package dev.podnet.components.plan;

import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.net.Cidr;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The VCN.
 *
 * @param gateways the gateways that the route tables name
 * @param groups the roles that have a network security group
 */
public record NetworkPlan(
    String compartment,
    List<Cidr> cidrs,
    Optional<String> dnsLabel,
    Set<Gateway> gateways,
    List<RouteTable> routeTables,
    Set<Role> groups,
    List<Subnet> subnets) {

  public NetworkPlan {
    cidrs = List.copyOf(cidrs);
    gateways = sorted(gateways);
    routeTables = List.copyOf(routeTables);
    groups = sorted(groups);
    subnets = List.copyOf(subnets);
  }

  /** What leads out of the VCN. */
  public enum Gateway {
    INTERNET,
    NAT,
    SERVICE
  }

  /** A route table and its rules. */
  public record RouteTable(String name, List<Route> routes) {
    public RouteTable {
      routes = List.copyOf(routes);
    }
  }

  /**
   * A route.
   *
   * @param destination a block; empty for all of Oracle's services in the region
   */
  public record Route(Optional<String> destination, Gateway gateway, String why) {}

  /**
   * A regional subnet.
   *
   * @param isPrivate no VNIC in it may have a public address
   * @param routeTable name of its route table
   * @param securityLists the roles whose security lists it has; none where groups carry the rules
   */
  public record Subnet(
      String name,
      Role role,
      List<Cidr> cidrs,
      boolean isPrivate,
      String routeTable,
      Set<Role> securityLists) {
    public Subnet {
      cidrs = List.copyOf(cidrs);
      securityLists = sorted(securityLists);
    }
  }

  /** The roles that have a security list; none where groups carry the rules. */
  public Set<Role> securityLists() {
    Set<Role> roles = new TreeSet<>();
    subnets.forEach(s -> roles.addAll(s.securityLists()));
    return sorted(roles);
  }

  // In the order of the constants: what is made from it keeps its order from run to run.
  private static <E extends Enum<E>> Set<E> sorted(Set<E> set) {
    return Collections.unmodifiableSet(new TreeSet<>(set));
  }
}
