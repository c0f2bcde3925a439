package dev.podnet.components.check;

import dev.podnet.components.check.Subject.At;
import dev.podnet.components.config.ExtraRuleConfig;
import dev.podnet.components.config.ExtraRuleConfig.IcmpConfig;
import dev.podnet.components.config.ExtraRuleConfig.PeerConfig;
import dev.podnet.components.config.ExtraRuleConfig.Protocol;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.Kinds;
import dev.podnet.components.config.SettingPath;
import dev.podnet.components.plan.Origin.Adopted;
import dev.podnet.components.plan.RulePlan.Ports;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The user's own security rules, as written. */
final class ExtraRuleChecks {
  private static final int LONGEST_WHY = 255;
  private static final int LAST_ICMP = 255;
  private static final Set<Protocol> WITH_PORTS = Set.of(Protocol.TCP, Protocol.UDP);
  private static final Set<Protocol> WITH_TYPES = Set.of(Protocol.ICMP, Protocol.ICMPV6);

  private ExtraRuleChecks() {}

  private static Stream<At<ExtraRuleConfig>> extra(
      Subject subject, Predicate<ExtraRuleConfig> which) {
    return subject.config().security().stream()
        .flatMap(s -> Subject.at(s.extra(), SettingPath.of("security").key("extra")))
        .filter(at -> which.test(at.value()));
  }

  static Stream<Finding> peers(Subject subject) {
    return extra(subject, rule -> sides(rule.peer()) != 1)
        .map(at ->
            Finding.error(
                "extra-rule-peer",
                at.path().key("peer").toString(),
                "It names " + sides(at.value().peer()) + " other sides; a rule has exactly one.",
                "Set one of role, cidr and service.",
                Sources.RULES));
  }

  private static long sides(PeerConfig peer) {
    return Stream.of(peer.role(), peer.cidr(), peer.service()).filter(Optional::isPresent).count();
  }

  static Stream<Finding> roles(Subject subject) {
    return extra(subject, rule -> true)
        .flatMap(at ->
            Stream.concat(
                    Stream.of(new At<>(at.value().on(), at.path().key("on"))),
                    at.value().peer().role().stream()
                        .map(r -> new At<>(r, at.path().key("peer").key("role"))))
                .filter(role -> !subject.plan().network().groups().containsKey(role.value())))
        .map(role ->
            Finding.error(
                "extra-rule-role",
                role.path().toString(),
                "No subnet has the role '" + Kinds.spelled(role.value()) + "'.",
                "Add such a subnet, or remove the rule.",
                ""));
  }

  static Stream<Finding> adopted(Subject subject) {
    return extra(
            subject, rule -> subject.plan().network().groups().get(rule.on()) instanceof Adopted)
        .map(at ->
            Finding.error(
                "extra-rule-adopted",
                at.path().key("on").toString(),
                "The security group of '"
                    + Kinds.spelled(at.value().on())
                    + "' is another's: podnet adds no rules to it.",
                "Add the rule where the group is managed, and remove it here.",
                ""));
  }

  static Stream<Finding> ports(Subject subject) {
    return extra(subject, ExtraRuleChecks::hasBadPorts)
        .map(at ->
            Finding.error(
                "extra-rule-ports",
                at.path().key("ports").toString(),
                "'"
                    + at.value().ports().orElse("")
                    + "' are no ports of a rule for "
                    + Kinds.spelled(at.value().protocol())
                    + ".",
                "Write a port or a range such as \"8080-8090\", with protocol tcp or udp.",
                Sources.RULES));
  }

  private static boolean hasBadPorts(ExtraRuleConfig rule) {
    return rule.ports().isPresent()
        && (!WITH_PORTS.contains(rule.protocol()) || rule.ports().flatMap(Ports::parse).isEmpty());
  }

  static Stream<Finding> icmp(Subject subject) {
    return extra(subject, ExtraRuleChecks::hasBadIcmp)
        .map(at ->
            Finding.error(
                "extra-rule-icmp",
                at.path().key("icmp").toString(),
                "A type and a code from 0 to 255 go with the protocols icmp and icmpv6 only.",
                "Set protocol: icmp, or remove it.",
                Sources.RULES));
  }

  private static boolean hasBadIcmp(ExtraRuleConfig rule) {
    return rule.icmp().isPresent()
        && (!WITH_TYPES.contains(rule.protocol())
            || rule.icmp().map(IcmpConfig::type).filter(ExtraRuleChecks::isNoIcmp).isPresent()
            || rule.icmp().flatMap(IcmpConfig::code).filter(ExtraRuleChecks::isNoIcmp).isPresent());
  }

  private static boolean isNoIcmp(int number) {
    return number < 0 || number > LAST_ICMP;
  }

  static Stream<Finding> reasons(Subject subject) {
    return extra(subject, rule -> rule.why().length() > LONGEST_WHY)
        .map(at ->
            Finding.error(
                "extra-rule-why",
                at.path().key("why").toString(),
                "It has "
                    + at.value().why().length()
                    + " characters; a rule's description has 255 at most.",
                "Shorten it.",
                Sources.RULES));
  }
}
