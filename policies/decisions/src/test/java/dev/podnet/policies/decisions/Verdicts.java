package dev.podnet.policies.decisions;

import dev.podnet.cluster.process.Outcome;
import java.util.ArrayList;
import java.util.List;

/** The table of what was expected and what happened. */
final class Verdicts {
  private final List<Line> lines = new ArrayList<>();

  /** One row's. */
  static final class Line {
    private final Row row;
    private final String expected;
    private final Outcome outcome;
    private final CniPods.Pod pod;
    private final String expectedFate;
    private String fate = "";

    Line(Row row, Outcome outcome, CniPods.Pod pod, boolean beside) {
      this.row = row;
      this.outcome = outcome;
      this.pod = pod;
      this.expected = row.expected("verdict", "beside", beside);
      this.expectedFate = row.expected("after", "afterBeside", beside);
    }

    boolean asExpected() {
      return verdict().equals(expected) && words() && fate.equals(expectedFate);
    }

    /** Looks what has become of the pod; whether it is what was expected. */
    boolean settled(CniPods now) {
      fate = now.fateOf(pod);
      return fate.equals(expectedFate);
    }

    private String verdict() {
      return Decision.of(outcome).toString();
    }

    private boolean words() {
      return outcome.error().contains(row.text("says"));
    }

    private String explained() {
      return "%s%n  %s%n%s"
          .formatted(this, row.text("do").strip(), (outcome.output() + outcome.error()).strip());
    }

    @Override
    public String toString() {
      return "%-3s %-62s %-44s %-8s %-8s %-9s %-9s%s"
          .formatted(
              asExpected() ? "ok" : "NO",
              row.name(),
              row.text("as").isEmpty() ? "system:masters" : row.text("as"),
              expected,
              verdict(),
              expectedFate,
              fate,
              words() ? "" : " (other words)");
    }
  }

  void add(Line line) {
    lines.add(line);
  }

  List<Line> lines() {
    return lines;
  }

  List<String> unexpected() {
    return lines.stream().filter(line -> !line.asExpected()).map(Line::explained).toList();
  }

  /** The whole table, for people. */
  String table() {
    StringBuilder table =
        new StringBuilder(
            "%-3s %-62s %-44s %-8s %-8s %-9s %s%n"
                .formatted(
                    "",
                    "what happens to a CNI pod",
                    "as",
                    "expected",
                    "actual",
                    "pod: exp.",
                    "pod: act."));
    lines.forEach(line -> table.append(line).append('\n'));
    return table.append(lines.size()).append(" rows\n").toString();
  }
}
