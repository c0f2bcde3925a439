package dev.podnet.sim.network;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import java.util.Map;
import java.util.Optional;

/** Checks one rule of a network security group or security list. */
final class SecurityRuleCheck {
  private static final Map<String, String> OPTIONS =
      Map.of("tcpOptions", "6", "udpOptions", "17", "icmpOptions", "1 58");

  private final Draft draft;
  private final String vcnId;

  SecurityRuleCheck(Draft draft, String vcnId) {
    this.draft = draft;
    this.vcnId = vcnId;
  }

  /** {@code peer} is "source" or "destination". */
  Optional<Refusal> check(Doc rule, String peer) {
    return Refusal.first(
        () ->
            Refusal.when(
                rule.textOr(peer, "").isBlank(),
                () -> Refusal.missing("A security rule needs a '" + peer + "'.")),
        () -> badPeer(rule.need(peer), rule.textOr(peer + "Type", "CIDR_BLOCK"), peer),
        () ->
            Refusal.when(
                !validProtocol(rule.need("protocol")),
                () ->
                    Refusal.invalid(
                        "'protocol' must be \"all\" or a number from 0 to 255, not '"
                            + rule.need("protocol")
                            + "'.")),
        () -> badOptions(rule));
  }

  private Optional<Refusal> badPeer(String value, String type, String peer) {
    return switch (type) {
      case "SERVICE_CIDR_BLOCK" ->
          Refusal.when(
              !Peers.knownService(draft, value),
              () ->
                  Refusal.invalid(
                      "'" + peer + "': '" + value + "' is not a service CIDR of this region."));
      case "NETWORK_SECURITY_GROUP" ->
          draft.get(value).filter(each -> each.kind().equals("networkSecurityGroup")).isEmpty()
              ? Optional.of(Refusal.notFound(peer + " " + value))
              : Peers.sameVcn(draft, vcnId, peer, value);
      default ->
          Refusal.when(
              !Peers.anyCidr(value),
              () -> Refusal.invalid("'" + peer + "': '" + value + "' is not a valid block."));
    };
  }

  private static boolean validProtocol(String protocol) {
    return protocol.equals("all")
        || (protocol.matches("\\d{1,3}") && Integer.parseInt(protocol) <= 255);
  }

  private static Optional<Refusal> badOptions(Doc rule) {
    for (var option : OPTIONS.entrySet()) {
      if (!rule.has(option.getKey())) {
        continue;
      }
      if (!(" " + option.getValue() + " ").contains(" " + rule.need("protocol") + " ")) {
        return Optional.of(
            Refusal.invalid(
                "'%s' does not go with protocol %s."
                    .formatted(option.getKey(), rule.need("protocol"))));
      }
      var ports = rule.doc(option.getKey());
      var refusal =
          badRange(ports.doc("destinationPortRange"))
              .or(() -> badRange(ports.doc("sourcePortRange")));
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> badRange(Doc range) {
    long min = range.numberOr("min", 1);
    long max = range.numberOr("max", 1);
    return Refusal.when(
        min < 1 || max > 65_535 || min > max,
        () ->
            Refusal.invalid(
                "The port range " + min + "-" + max + " must lie in 1-65535, lower end first."));
  }
}
