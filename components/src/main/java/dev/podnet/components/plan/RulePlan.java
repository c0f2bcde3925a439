package dev.podnet.components.plan;

import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.net.Cidr;
import java.util.Optional;

/**
 * A security rule of the network security group of a role; stateful, as Oracle's tables ask.
 *
 * @param key stable and unique: the rule's identity in state
 * @param why what breaks without it
 */
public record RulePlan(
    String key,
    Role on,
    Direction direction,
    Peer peer,
    Protocol protocol,
    Optional<Ports> ports,
    Optional<Icmp> icmp,
    String why) {

  /** Seen from the VNIC that the rule is on. */
  public enum Direction {
    INGRESS,
    EGRESS
  }

  /** Protocols with the number that the API wants. */
  public enum Protocol {
    ALL("all"),
    ICMP("1"),
    TCP("6"),
    UDP("17");

    private final String number;

    Protocol(String number) {
      this.number = number;
    }

    public String number() {
      return number;
    }
  }

  /** Destination ports, both included. */
  public record Ports(int min, int max) {}

  /** ICMP type, and code where it matters. */
  public record Icmp(int type, Optional<Integer> code) {}

  /** The other side. */
  public sealed interface Peer {
    /** VNICs in the network security group of a role. */
    record Group(Role role) implements Peer {}

    /** All of Oracle's services in the region, through the service gateway. */
    record Services() implements Peer {}

    /** Addresses. */
    record Block(Cidr cidr) implements Peer {}
  }
}
