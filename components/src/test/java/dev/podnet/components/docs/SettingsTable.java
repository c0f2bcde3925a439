package dev.podnet.components.docs;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of all settings, for people. */
final class SettingsTable {
  private static final String HEAD =
      """
      # Settings

      All that can stand under `podnet:` in a stack file. A setting without default that is marked * must be given.
      Generated from the records of `components`; `mvn -pl components -am test -Dtest=DocsTest -Dgolden.update=true
      -Dsurefire.failIfNoSpecifiedTests=false` writes it anew.

      | key | type | default | unit, limit | example | what it is |
      | --- | --- | --- | --- | --- | --- |
      """;

  private SettingsTable() {}

  static String text() {
    return HEAD
        + Setting.all().stream().map(SettingsTable::row).collect(Collectors.joining("\n"))
        + "\n";
  }

  private static String row(Setting setting) {
    var about = setting.about();
    String limits =
        Stream.of(about.unit(), about.limit())
            .filter(s -> !s.isEmpty())
            .collect(Collectors.joining("; "));
    return List.of(
            code(setting.path()) + (setting.isNeeded() ? " *" : ""),
            setting.kind(),
            code(about.def()),
            limits,
            code(about.example()),
            about.value())
        .stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }
}
