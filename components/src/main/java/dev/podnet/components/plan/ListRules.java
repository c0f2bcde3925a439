package dev.podnet.components.plan;

import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.net.Cidr;
import dev.podnet.components.plan.NetworkPlan.Subnet;
import dev.podnet.components.plan.RulePlan.Peer;
import java.util.List;
import java.util.stream.Stream;

/** Rules for security lists: these know no groups, so that a role becomes its subnets' blocks. */
final class ListRules {
  private ListRules() {}

  static List<RulePlan> plan(List<RulePlan> rules, NetworkPlan network) {
    return rules.stream()
        .flatMap(rule ->
            rule.peer() instanceof Peer.Group group
                ? blocks(network, group.role()).map(block -> toBlock(rule, block))
                : Stream.of(rule))
        .toList();
  }

  private static Stream<Cidr> blocks(NetworkPlan network, Role role) {
    return network.subnets().stream()
        .filter(s -> s.securityLists().contains(role))
        .map(Subnet::cidrs)
        .flatMap(List::stream);
  }

  private static RulePlan toBlock(RulePlan rule, Cidr block) {
    return rule.withPeer(rule.key() + "-" + RulePlanner.keyed(block), new Peer.Block(block));
  }
}
