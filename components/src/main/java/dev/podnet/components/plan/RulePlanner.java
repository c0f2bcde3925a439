package dev.podnet.components.plan;

import dev.podnet.components.config.Kinds;
import dev.podnet.components.config.SecurityConfig;
import dev.podnet.components.config.StackConfig;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.net.Cidr;
import dev.podnet.components.plan.RulePlan.Direction;
import dev.podnet.components.plan.RulePlan.Icmp;
import dev.podnet.components.plan.RulePlan.Peer;
import dev.podnet.components.plan.RulePlan.Ports;
import dev.podnet.components.plan.RulePlan.Protocol;
import dev.podnet.components.plan.RuleRow.PeerRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Chooses the rows of the table of security rules that a network needs, and fills them in. */
final class RulePlanner {
  private static final String SET = "complete";
  private static final Cidr ANYWHERE = Cidr.of("0.0.0.0/0");

  private final Set<Role> groups;
  private final SecurityConfig security;

  private RulePlanner(Set<Role> groups, SecurityConfig security) {
    this.groups = groups;
    this.security = security;
  }

  static List<RulePlan> plan(List<RuleRow> rows, StackConfig config, NetworkPlan network) {
    RulePlanner planner =
        new RulePlanner(network.groups(), config.security().orElseGet(SecurityConfig::defaults));
    return rows.stream()
        .filter(row -> row.sets().contains(SET) && planner.isWanted(row))
        .flatMap(row -> planner.rules(row).stream())
        .toList();
  }

  private boolean isWanted(RuleRow row) {
    boolean peerThere = row.peer().role().map(r -> groups.contains(role(r))).orElse(true);
    return peerThere
        && groups.contains(role(row.on()))
        && switch (row.when()) {
          case "always", "loadBalancers", "bastion" -> true;
          case "security.workerInternet" -> security.workerInternet();
          case "security.podInternet" -> security.podInternet();
          default -> !clients(row.when()).isEmpty();
        };
  }

  private List<RulePlan> rules(RuleRow row) {
    List<Peer> peers = peers(row.peer());
    List<RulePlan> rules = new ArrayList<>();
    for (Peer peer : peers) {
      // A setting can name several blocks: the block is then part of the rule's identity.
      String key =
          row.peer().setting().isPresent() && peer instanceof Peer.Block block
              ? row.key() + "-" + block.cidr().toString().replaceAll("[^0-9a-f]+", "-")
              : row.key();
      rules.add(rule(row, key, peer));
    }
    return rules;
  }

  private static RulePlan rule(RuleRow row, String key, Peer peer) {
    return new RulePlan(
        key,
        role(row.on()),
        Direction.valueOf(row.direction().toUpperCase(Locale.ROOT)),
        peer,
        Protocol.valueOf(row.protocol().toUpperCase(Locale.ROOT)),
        row.ports().map(RulePlanner::ports),
        row.icmp().map(i -> new Icmp(i.type(), i.code())),
        row.why());
  }

  private List<Peer> peers(PeerRow peer) {
    if (peer.role().isPresent()) {
      return List.of(new Peer.Group(role(peer.role().get())));
    }
    if (peer.service().isPresent()) {
      return List.of(new Peer.Services());
    }
    List<Cidr> blocks = peer.setting().map(this::clients).orElseGet(() -> List.of(ANYWHERE));
    return blocks.stream().<Peer>map(Peer.Block::new).toList();
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

  private static Ports ports(String text) {
    String[] bounds = text.split("-", 2);
    return new Ports(Integer.parseInt(bounds[0]), Integer.parseInt(bounds[bounds.length - 1]));
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
