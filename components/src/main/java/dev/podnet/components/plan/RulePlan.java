package dev.podnet.components.plan;

import dev.podnet.components.config.SettingPath;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.net.Cidr;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A security rule on the VNICs of a role; stateful, as Oracle's tables ask.
 *
 * @param key stable and unique: the rule's identity in state
 * @param why what breaks without it
 * @param askedBy the setting that wants the rule; empty for those that a cluster cannot do without
 */
public record RulePlan(
    String key,
    Role on,
    Direction direction,
    Peer peer,
    Protocol protocol,
    Optional<Ports> ports,
    Optional<Icmp> icmp,
    String why,
    Optional<SettingPath> askedBy) {

  RulePlan withPeer(String newKey, Peer newPeer) {
    return new RulePlan(newKey, on, direction, newPeer, protocol, ports, icmp, why, askedBy);
  }

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
    UDP("17"),
    ICMPV6("58");

    private final String number;

    Protocol(String number) {
      this.number = number;
    }

    public String number() {
      return number;
    }
  }

  /** Destination ports, both included. */
  public record Ports(int min, int max) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");
    private static final int LAST = 65_535;

    /** Reads {@code 443} or {@code 8080-8090}; empty for anything else. */
    public static Optional<Ports> parse(String text) {
      Matcher matcher = TEXT.matcher(text.strip());
      if (!matcher.matches()) {
        return Optional.empty();
      }
      int min = Integer.parseInt(matcher.group(1));
      int max = matcher.group(2) == null ? min : Integer.parseInt(matcher.group(2));
      return min >= 1 && min <= max && max <= LAST
          ? Optional.of(new Ports(min, max))
          : Optional.empty();
    }
  }

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
