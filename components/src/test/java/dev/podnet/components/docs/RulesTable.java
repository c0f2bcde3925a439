package dev.podnet.components.docs;

import dev.podnet.components.data.Tables;
import dev.podnet.components.plan.RuleRow;
import java.util.List;
import java.util.stream.Collectors;

/** The table of security rules, for people. */
final class RulesTable {
  private static final String HEAD =
      """
      # Security rules

      Every rule that a stack can have, but those of `podnet:security.extra`; all stateful. `id` is the row of the
      reference in the head of `security-rules.yaml`, which this table is generated from; `mvn -pl components -am test
      -Dtest=DocsTest -Dgolden.update=true -Dsurefire.failIfNoSpecifiedTests=false` writes it anew.

      | key | id | sets | on | direction | peer | protocol | ports or type | when | why | source |
      | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
      """;

  private RulesTable() {}

  static String text() {
    return HEAD
        + Tables.catalog().rules().stream().map(RulesTable::row).collect(Collectors.joining("\n"))
        + "\n";
  }

  private static String row(RuleRow row) {
    return List.of(
            "`" + row.key() + "`",
            row.id(),
            String.join(", ", row.sets()),
            row.on(),
            row.direction(),
            peer(row.peer()),
            row.protocol(),
            row.ports()
                .or(() -> row.icmp().map(i -> i.type() + i.code().map(c -> "/" + c).orElse("")))
                .orElse("all"),
            row.when(),
            row.why(),
            row.source())
        .stream()
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String peer(RuleRow.PeerRow peer) {
    return peer.role()
        .or(() -> peer.setting().map(s -> "`" + s + "`"))
        .orElseGet(() -> peer.service().isPresent() ? "Oracle services" : "every address");
  }
}
