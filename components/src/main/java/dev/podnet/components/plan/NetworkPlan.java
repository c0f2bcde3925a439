package dev.podnet.components.plan;

import dev.podnet.components.config.DrgRouteConfig;
import dev.podnet.components.config.LocalPeeringConfig;
import dev.podnet.components.config.RemotePeeringConfig;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.net.Cidr;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The VCN.
 *
 * @param ipv6 whether the VCN has an IPv6 block of Oracle's too
 * @param gateways the gateways that the route tables name
 * @param drg the dynamic routing gateway that the VCN is attached to
 * @param localPeerings gateways to other VCNs
 * @param ingress routes of what comes in, by what it comes by: a gateway's name, {@code drg}, or a
 *     local peering
 * @param groups the roles that have a network security group
 */
public record NetworkPlan(
    String compartment,
    Origin vcn,
    List<Cidr> cidrs,
    boolean ipv6,
    Optional<String> dnsLabel,
    Map<Gateway, Origin> gateways,
    Optional<Drg> drg,
    List<LocalPeeringConfig> localPeerings,
    List<RouteTable> routeTables,
    List<RouteTable> ingress,
    Map<Role, Origin> groups,
    List<Subnet> subnets) {

  public NetworkPlan {
    cidrs = List.copyOf(cidrs);
    gateways = sorted(gateways);
    localPeerings = List.copyOf(localPeerings);
    routeTables = List.copyOf(routeTables);
    ingress = List.copyOf(ingress);
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
  public record Route(Optional<String> destination, Target target, String why) {}

  /**
   * The dynamic routing gateway.
   *
   * @param routeTable OCID of a route table of it that exists
   * @param routes of a route table made for the VCN; none where that is not asked for
   */
  public record Drg(
      Origin origin,
      Optional<String> routeTable,
      List<DrgRouteConfig> routes,
      List<RemotePeeringConfig> remotePeerings) {
    public Drg {
      routes = List.copyOf(routes);
      remotePeerings = List.copyOf(remotePeerings);
    }
  }

  /** What a route leads to. */
  public sealed interface Target {
    /** A gateway of the VCN. */
    record Own(Gateway gateway) implements Target {}

    /** The DRG that the VCN is attached to. */
    record OwnDrg() implements Target {}

    /** A local peering of the VCN. */
    record Peering(String name) implements Target {}

    /** Something that exists. */
    record Other(String id) implements Target {}
  }

  /**
   * A subnet.
   *
   * @param ipv6 its /64; empty where it has IPv4 only
   * @param routeTable name of its route table; one that exists keeps its own
   * @param securityLists the roles whose security lists it has; none where groups carry the rules
   * @param availabilityDomain its number, from 1; empty for a regional subnet
   * @param flowLogs whether a log is kept of its traffic
   */
  public record Subnet(
      String name,
      Origin origin,
      Role role,
      List<Cidr> cidrs,
      Optional<Ipv6> ipv6,
      Privacy privacy,
      String routeTable,
      Set<Role> securityLists,
      Optional<Integer> availabilityDomain,
      boolean flowLogs) {
    public Subnet {
      cidrs = List.copyOf(cidrs);
      securityLists = sorted(securityLists);
    }

    public boolean isPrivate() {
      return privacy != Privacy.PUBLIC;
    }
  }

  /** The /64 of a subnet. */
  public sealed interface Ipv6 {
    /** A part of the VCN's block, which is known only when the VCN exists. */
    record Part(int index) implements Ipv6 {}

    /** A block known beforehand. */
    record Block(Cidr cidr) implements Ipv6 {}
  }

  /** What keeps the internet out. The API takes one of the two bans, never both. */
  public enum Privacy {
    PUBLIC,
    /** IPv4 only: without a public address nothing comes in. */
    NO_PUBLIC_ADDRESSES,
    /** IPv6 addresses are all public: connections from outside are refused instead. */
    NO_INTERNET_INGRESS
  }

  /** The roles that have a security list; none where groups carry the rules. */
  public Set<Role> securityLists() {
    Set<Role> roles = new TreeSet<>();
    subnets.forEach(s -> roles.addAll(s.securityLists()));
    return sorted(roles);
  }

  // In the order of the constants: what is made from it keeps its order from run to run.
  private static <E extends Enum<E>, V> Map<E, V> sorted(Map<E, V> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }

  private static <E extends Enum<E>> Set<E> sorted(Set<E> set) {
    return Collections.unmodifiableSet(new TreeSet<>(set));
  }
}
