package dev.podnet.components.check;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.podnet.components.config.Finding;
import dev.podnet.components.config.Kinds;
import dev.podnet.components.config.SecurityConfig;
import dev.podnet.components.config.SecurityConfig.Render;
import dev.podnet.components.config.SettingPath;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.plan.RulePlan;
import dev.podnet.components.plan.RulePlan.Direction;
import dev.podnet.components.plan.RulePlan.Icmp;
import dev.podnet.components.plan.RulePlan.Peer;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The planned security rules, wherever they come from. */
final class RuleChecks {
  private static final int MOST_IN_A_GROUP = 120;
  private static final Icmp PATH_MTU = new Icmp(3, Optional.of(4));
  private static final Icmp PATH_MTU_V6 = new Icmp(2, Optional.of(0));

  private RuleChecks() {}

  static Stream<Finding> tooMany(Subject subject) {
    if (subject.config().security().map(SecurityConfig::render).orElse(Render.GROUPS)
        == Render.LISTS) {
      return Stream.empty();
    }
    Map<Role, Long> counts =
        subject.plan().rules().stream()
            .collect(groupingBy(RulePlan::on, () -> new EnumMap<>(Role.class), counting()));
    return counts.entrySet().stream()
        .filter(e -> e.getValue() > MOST_IN_A_GROUP)
        .map(e ->
            Finding.error(
                "too-many-rules",
                SettingPath.of("security").toString(),
                "The security group of '"
                    + Kinds.spelled(e.getKey())
                    + "' would hold "
                    + e.getValue()
                    + " rules; a group holds "
                    + MOST_IN_A_GROUP
                    + ", both directions together.",
                "Join blocks into larger ones, or name fewer.",
                Sources.NETWORK_LIMITS));
  }

  static Stream<Finding> duplicates(Subject subject) {
    Set<String> seen = new HashSet<>();
    return subject.plan().rules().stream()
        .filter(rule -> !seen.add(rule.key()))
        .map(rule ->
            Finding.error(
                "duplicate-rule",
                path(rule).toString(),
                "It wants the rule '" + rule.key() + "' a second time.",
                "Name each block and each extra rule once.",
                ""));
  }

  /** An open door needs a setting that opened it: nothing is open by podnet's own choice. */
  static Stream<Finding> openIngress(Subject subject) {
    return subject.plan().rules().stream()
        .filter(RuleChecks::letsAnyoneIn)
        .map(rule -> rule.askedBy().map(RuleChecks::open).orElseGet(() -> unasked(rule)))
        .distinct();
  }

  /** Load balancers are there to be reached, and a path MTU may be reported by any router. */
  private static boolean letsAnyoneIn(RulePlan rule) {
    return rule.direction() == Direction.INGRESS
        && rule.on() != Role.LOAD_BALANCERS
        && rule.peer() instanceof Peer.Block block
        && block.cidr().prefix() == 0
        && rule.icmp().filter(i -> i.equals(PATH_MTU) || i.equals(PATH_MTU_V6)).isEmpty();
  }

  private static Finding open(SettingPath setting) {
    return Finding.warning(
        "open-ingress",
        setting.toString(),
        "It lets in every address there is.",
        "Name the blocks that need it.",
        "");
  }

  private static Finding unasked(RulePlan rule) {
    return Finding.error(
        "open-ingress-unasked",
        path(rule).toString(),
        "The rule '" + rule.key() + "' lets in every address, and no setting asks for it.",
        "Correct the table of security rules.",
        "");
  }

  private static SettingPath path(RulePlan rule) {
    return rule.askedBy().orElseGet(() -> SettingPath.of("security"));
  }
}
