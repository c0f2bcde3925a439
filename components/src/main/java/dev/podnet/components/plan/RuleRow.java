package dev.podnet.components.plan;

import java.util.List;
import java.util.Optional;

/**
 * A row of the table of security rules.
 *
 * @param id row of the reference table it stands for
 * @param sets the rule sets it belongs to
 * @param when {@code always}, a role the network must have, or a setting that must be set
 */
public record RuleRow(
    String key,
    String id,
    List<String> sets,
    String on,
    String direction,
    PeerRow peer,
    String protocol,
    Optional<String> ports,
    Optional<IcmpRow> icmp,
    String when,
    String why,
    String source) {

  /** The other side: exactly one of them is set. */
  public record PeerRow(
      Optional<String> role,
      Optional<String> service,
      Optional<Boolean> internet,
      Optional<String> setting) {}

  /** ICMP type and code. */
  public record IcmpRow(int type, Optional<Integer> code) {}
}
