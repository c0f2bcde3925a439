package dev.podnet.components.plan;

import dev.podnet.components.config.Kinds;
import dev.podnet.components.config.SecurityConfig;
import dev.podnet.components.config.SecurityConfig.Render;
import dev.podnet.components.config.SettingPath;
import dev.podnet.components.config.StackConfig;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.net.Cidr;
import dev.podnet.components.plan.RulePlan.Direction;
import dev.podnet.components.plan.RulePlan.Icmp;
import dev.podnet.components.plan.RulePlan.Peer;
import dev.podnet.components.plan.RulePlan.Ports;
import dev.podnet.components.plan.RulePlan.Protocol;
import dev.podnet.components.plan.RuleRow.PeerRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Chooses the rows of the table of security rules that a network needs, and fills them in. */
final class RulePlanner {
  private static final String SECURITY = "security.";
  private static final Cidr ANYWHERE = Cidr.of("0.0.0.0/0");

  private final Set<Role> groups;
  private final boolean ipv6;
  private final SecurityConfig security;

  private RulePlanner(Set<Role> groups, boolean ipv6, SecurityConfig security) {
    this.groups = groups;
    this.ipv6 = ipv6;
    this.security = security;
  }

  static List<RulePlan> plan(List<RuleRow> rows, StackConfig config, NetworkPlan network) {
    SecurityConfig security = config.security().orElseGet(SecurityConfig::defaults);
    RulePlanner planner = new RulePlanner(network.groups().keySet(), network.ipv6(), security);
    List<RulePlan> rules =
        Stream.concat(
                rows.stream()
                    .filter(row -> row.sets().contains(Kinds.spelled(security.rules())))
                    .filter(planner::isWanted)
                    .flatMap(row -> planner.rules(row).stream()),
                ExtraRules.plan(security.extra()))
            .filter(rule -> security.render() == Render.LISTS || isOurs(rule.on(), network))
            .toList();
    return security.render() == Render.LISTS ? ListRules.plan(rules, network) : rules;
  }

  /** A group that exists keeps the rules it has; the checks refuse extra ones for it. */
  private static boolean isOurs(Role role, NetworkPlan network) {
    Origin group = network.groups().get(role);
    return group == null || group.isCreated();
  }

  private boolean isWanted(RuleRow row) {
    boolean peerThere = row.peer().role().map(r -> groups.contains(role(r))).orElse(true);
    return peerThere
        && groups.contains(role(row.on()))
        && switch (row.when()) {
          case "always", "loadBalancers", "bastion", "virtualNodes" -> true;
          case "security.workerInternet" -> security.workerInternet();
          case "security.podInternet" -> security.podInternet();
          default -> !clients(row.when()).isEmpty();
        };
  }

  private List<RulePlan> rules(RuleRow row) {
    if (row.peer().setting().isPresent()) {
      return rulesOfClients(row, row.peer().setting().get());
    }
    Optional<SettingPath> askedBy =
        row.when().startsWith(SECURITY) ? Optional.of(path(row.when())) : Optional.empty();
    RulePlan rule = rule(row, row.key(), peer(row.peer()), askedBy);
    return ipv6 ? DualStack.both(rule).toList() : List.of(rule);
  }

  /** A setting can name several blocks: the block is then part of the rule's identity. */
  private List<RulePlan> rulesOfClients(RuleRow row, String setting) {
    List<Cidr> blocks = clients(setting);
    return IntStream.range(0, blocks.size())
        .mapToObj(i ->
            rule(
                row,
                row.key() + "-" + keyed(blocks.get(i)),
                new Peer.Block(blocks.get(i)),
                Optional.of(path(setting).index(i))))
        .toList();
  }

  private static RulePlan rule(RuleRow row, String key, Peer peer, Optional<SettingPath> askedBy) {
    return new RulePlan(
        key,
        role(row.on()),
        Direction.valueOf(row.direction().toUpperCase(Locale.ROOT)),
        peer,
        Protocol.valueOf(row.protocol().toUpperCase(Locale.ROOT)),
        row.ports().flatMap(Ports::parse),
        row.icmp().map(i -> new Icmp(i.type(), i.code())),
        row.why(),
        askedBy);
  }

  private static Peer peer(PeerRow peer) {
    return peer.role()
        .<Peer>map(r -> new Peer.Group(role(r)))
        .orElseGet(
            () -> peer.service().isPresent() ? new Peer.Services() : new Peer.Block(ANYWHERE));
  }

  /** A block as part of a key. */
  static String keyed(Cidr block) {
    return block.toString().replaceAll("[^0-9a-f]+", "-");
  }

  private static SettingPath path(String setting) {
    return SettingPath.of("security").key(setting.substring(SECURITY.length()));
  }

  private List<Cidr> clients(String setting) {
    return switch (setting) {
      case "security.clients" -> security.clients();
      case "security.sshClients" -> security.sshClients();
      case "security.nodePortClients" -> security.nodePortClients();
      case "security.listenerClients" -> security.listenerClients();
      default -> throw new IllegalStateException("No setting '" + setting + "' names clients.");
    };
  }

  private static Role role(String text) {
    for (Role role : Role.values()) {
      if (Kinds.spelled(role).equals(text)) {
        return role;
      }
    }
    throw new IllegalStateException("The table of security rules names no role: " + text);
  }
}
