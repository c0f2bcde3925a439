package dev.podnet.components.plan;

import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.net.Cidr;
import dev.podnet.components.plan.NetworkPlan.Ipv6;
import dev.podnet.components.plan.NetworkPlan.Subnet;
import dev.podnet.components.plan.RulePlan.Peer;
import dev.podnet.components.plan.RulePlan.Protocol;
import java.util.List;
import java.util.stream.Stream;

/** Rules for security lists: these know no groups, so that a role becomes its subnets' blocks. */
final class ListRules {
  private ListRules() {}

  static List<RulePlan> plan(List<RulePlan> rules, NetworkPlan network) {
    return rules.stream()
        .flatMap(rule ->
            rule.peer() instanceof Peer.Group group
                ? blocks(network, group.role())
                    .filter(block -> isOfFamily(rule.protocol(), block))
                    .map(block -> toBlock(rule, block))
                : Stream.of(rule))
        .toList();
  }

  private static Stream<Cidr> blocks(NetworkPlan network, Role role) {
    return network.subnets().stream()
        .filter(s -> s.securityLists().contains(role))
        .flatMap(ListRules::blocks);
  }

  /** A /64 that is known only when the VCN exists has no place in a list; the checks say so. */
  private static Stream<Cidr> blocks(Subnet subnet) {
    return Stream.concat(
        subnet.cidrs().stream(),
        subnet.ipv6().stream()
            .flatMap(i -> i instanceof Ipv6.Block block ? Stream.of(block.cidr()) : Stream.of()));
  }

  private static boolean isOfFamily(Protocol protocol, Cidr block) {
    return switch (protocol) {
      case ICMP -> !block.isIpv6();
      case ICMPV6 -> block.isIpv6();
      case ALL, TCP, UDP -> true;
    };
  }

  private static RulePlan toBlock(RulePlan rule, Cidr block) {
    return rule.withPeer(rule.key() + "-" + RulePlanner.keyed(block), new Peer.Block(block));
  }
}
