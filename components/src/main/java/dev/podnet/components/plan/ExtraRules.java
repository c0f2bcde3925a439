package dev.podnet.components.plan;

import dev.podnet.components.config.ExtraRuleConfig;
import dev.podnet.components.config.ExtraRuleConfig.PeerConfig;
import dev.podnet.components.config.SettingPath;
import dev.podnet.components.plan.RulePlan.Direction;
import dev.podnet.components.plan.RulePlan.Icmp;
import dev.podnet.components.plan.RulePlan.Peer;
import dev.podnet.components.plan.RulePlan.Ports;
import dev.podnet.components.plan.RulePlan.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The user's own rules. Their keys have a prefix, so that no name meets a key of the table. */
final class ExtraRules {
  private ExtraRules() {}

  /** A rule without a peer plans to nothing; the checks refuse it. */
  static Stream<RulePlan> plan(List<ExtraRuleConfig> extra) {
    return IntStream.range(0, extra.size())
        .boxed()
        .flatMap(i ->
            peer(extra.get(i).peer())
                .map(p -> rule(extra.get(i), p, SettingPath.of("security").key("extra").index(i)))
                .stream());
  }

  private static RulePlan rule(ExtraRuleConfig config, Peer peer, SettingPath path) {
    return new RulePlan(
        "extra-" + config.name(),
        config.on(),
        Direction.valueOf(config.direction().name()),
        peer,
        Protocol.valueOf(config.protocol().name()),
        config.ports().flatMap(Ports::parse),
        config.icmp().map(i -> new Icmp(i.type(), i.code())),
        config.why(),
        Optional.of(path));
  }

  private static Optional<Peer> peer(PeerConfig peer) {
    return peer.role()
        .<Peer>map(Peer.Group::new)
        .or(() -> peer.cidr().map(Peer.Block::new))
        .or(() -> peer.service().map(s -> new Peer.Services()));
  }
}
