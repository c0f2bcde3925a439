package dev.podnet.components.docs;

import dev.podnet.components.check.OtherStack;
import dev.podnet.components.check.RightSetting;
import dev.podnet.components.check.WrongStack;
import dev.podnet.components.config.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of findings, each as the first stack of the tests that is wrong in this way has it. */
final class FindingsTable {
  private static final String HEAD =
      """
      # Findings

      All that podnet can have against a stack, by id: what it says of a stack that fails, and what passes. `mvn -pl
      components -am test -Dtest=DocsTest -Dgolden.update=true -Dsurefire.failIfNoSpecifiedTests=false` writes this table
      anew from the tables of tests in `src/test/resources/dev/podnet/components`: `check/*-wrong-*.csv` for stacks that
      fail; `example.yaml` and `right-stacks.yaml`, whose stacks they change, and `check/one-right-setting.csv` for
      stacks that pass. Errors stop a deployment; warnings can be accepted under `podnet:allow`. Where no source is named, nobody but
      podnet asks for it.

      | id | severity | fails with | says | fix | passes with | source |
      | --- | --- | --- | --- | --- | --- | --- |
      """;

  private FindingsTable() {}

  /** A row: a finding, and the stacks that fail and pass, in words. */
  private record Row(Finding finding, String fails, String passes) {
    String text() {
      return Stream.of(
              "`" + finding.id() + "`",
              finding.severity().name().toLowerCase(Locale.ROOT),
              fails,
              finding.path().replaceFirst("podnet:", "") + ": " + finding.reason(),
              finding.fix(),
              passes,
              finding.source())
          .map(cell -> cell.replace("|", "\\|"))
          .collect(Collectors.joining(" | ", "| ", " |"));
    }
  }

  static String text() {
    return HEAD + rows().values().stream().map(r -> r.text() + "\n").collect(Collectors.joining());
  }

  /** Ids of the rows. */
  static List<String> ids() {
    return List.copyOf(rows().keySet());
  }

  private static Map<String, Row> rows() {
    return Stream.of(
            WrongStack.withOneChange().map(FindingsTable::row),
            WrongStack.withSeveralChanges().map(FindingsTable::row),
            OtherStack.all().map(FindingsTable::row))
        .flatMap(s -> s)
        .collect(
            Collectors.toMap(r -> r.finding().id(), r -> r, (first, more) -> first, TreeMap::new));
  }

  private static Row row(WrongStack stack) {
    Finding finding =
        stack.findings().stream()
            .filter(f -> f.id().equals(stack.id()) && f.path().equals("podnet:" + stack.path()))
            .findFirst()
            .orElseThrow(() -> new AssertionError(stack));
    String changes =
        stack.changes().entrySet().stream()
            .map(c -> setting(c.getKey(), c.getValue()))
            .collect(Collectors.joining(", "));
    return new Row(finding, changes + " in " + name(stack), passes(stack));
  }

  private static String name(WrongStack stack) {
    return "*" + stack.base() + "*";
  }

  private static String setting(String setting, String value) {
    return value.equals(WrongStack.NONE)
        ? "no `" + setting + "`"
        : "`" + setting + "` = `" + value + "`";
  }

  private static String passes(WrongStack stack) {
    return RightSetting.all()
        .filter(r -> r.id().equals(stack.id()))
        .filter(r -> stack.base().equals("example"))
        .filter(r -> stack.changes().keySet().equals(Set.of(r.setting())))
        .findFirst()
        .map(r -> setting(r.setting(), r.value()))
        .orElse(name(stack));
  }

  private static Row row(OtherStack stack) {
    return new Row(
        stack.failing().stream()
            .filter(f -> f.id().equals(stack.id()))
            .findFirst()
            .orElseThrow(() -> new AssertionError(stack)),
        stack.fails(),
        stack.passes());
  }
}
