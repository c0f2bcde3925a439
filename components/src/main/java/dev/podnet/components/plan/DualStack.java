package dev.podnet.components.plan;

import dev.podnet.components.net.Cidr;
import dev.podnet.components.plan.RulePlan.Icmp;
import dev.podnet.components.plan.RulePlan.Peer;
import dev.podnet.components.plan.RulePlan.Protocol;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The IPv6 twins of rules of the table: Oracle publishes no table of its own for IPv6, but says
 * which parts of a rule have a counterpart. Rules between groups hold for both families, except
 * where they speak of ICMP.
 */
final class DualStack {
  private static final Cidr ANYWHERE = Cidr.of("0.0.0.0/0");
  private static final Cidr ANYWHERE_V6 = Cidr.of("::/0");
  private static final Icmp FRAGMENTATION_NEEDED = new Icmp(3, Optional.of(4));
  private static final Icmp PACKET_TOO_BIG = new Icmp(2, Optional.of(0));

  private DualStack() {}

  /** The rule, and its twin where it has one. Blocks that a setting names are taken as written. */
  static Stream<RulePlan> both(RulePlan rule) {
    boolean fromAnywhere = rule.peer() instanceof Peer.Block block && block.cidr().equals(ANYWHERE);
    boolean betweenGroups = rule.peer() instanceof Peer.Group && rule.protocol() == Protocol.ICMP;
    return fromAnywhere || betweenGroups ? Stream.of(rule, twin(rule)) : Stream.of(rule);
  }

  private static RulePlan twin(RulePlan rule) {
    return new RulePlan(
        rule.key() + "-ipv6",
        rule.on(),
        rule.direction(),
        rule.peer() instanceof Peer.Block ? new Peer.Block(ANYWHERE_V6) : rule.peer(),
        rule.protocol() == Protocol.ICMP ? Protocol.ICMPV6 : rule.protocol(),
        rule.ports(),
        rule.icmp().map(i -> i.equals(FRAGMENTATION_NEEDED) ? PACKET_TOO_BIG : i),
        rule.why(),
        rule.askedBy());
  }
}
