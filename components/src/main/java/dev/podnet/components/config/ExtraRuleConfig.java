package dev.podnet.components.config;

import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.net.Cidr;
import java.util.Optional;

/** A security rule of the user's own; stateful as all others. */
public record ExtraRuleConfig(
    @About("Name, unique among these rules; a rule that keeps it is updated in place.") String name,
    @About("Role of the VNICs that the rule is on.") Role on,
    @About("Direction, seen from those VNICs.") Direction direction,
    @About("The other side: one of role, cidr and service.") PeerConfig peer,
    @About(value = "Protocol.", def = "all") Protocol protocol,
    @About(
            value = "Destination ports of TCP or UDP, 1 to 65535; all when left out.",
            example = "\"8080-8090\"")
        Optional<String> ports,
    @About("ICMP type and code; all types when left out.") Optional<IcmpConfig> icmp,
    @About("Why it is needed: the rule's description, 255 characters at most.") String why) {

  /** Seen from the VNIC that the rule is on. */
  public enum Direction {
    INGRESS,
    EGRESS
  }

  /** What a rule may be about. */
  public enum Protocol {
    ALL,
    TCP,
    UDP,
    ICMP,
    ICMPV6
  }

  /** The other side; exactly one is to be set. */
  public record PeerConfig(
      @About("VNICs of a role.") Optional<Role> role,
      @About(value = "A block of addresses.", example = "192.168.0.0/24") Optional<Cidr> cidr,
      @About("Oracle's services in the region.") Optional<Service> service) {}

  /** Sets of Oracle's services that a service gateway reaches. */
  public enum Service {
    ALL
  }

  /** ICMP type, and code where it matters. */
  public record IcmpConfig(
      @About("ICMP type, 0 to 255.") int type,
      @About("ICMP code, 0 to 255; all when left out.") Optional<Integer> code) {}
}
