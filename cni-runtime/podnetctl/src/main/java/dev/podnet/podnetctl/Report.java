package dev.podnet.podnetctl;

import java.util.List;

/**
 * What a command has to say: the one shape of all output.
 *
 * @param lines findings, worst or not, in reading order
 * @param tables what was worked out; none where a command only checks
 */
record Report(List<Line> lines, List<Table> tables) {
  Report {
    lines = List.copyOf(lines);
    tables = List.copyOf(tables);
  }

  /** How good a line's news is. */
  enum Level {
    OK,
    WARN,
    FAIL
  }

  /**
   * One finding.
   *
   * @param subject what it is about, such as a place in a file
   * @param text a sentence
   * @param fix what to do; empty where nothing is
   */
  record Line(Level level, String subject, String text, String fix) {
    static Line ok(String subject, String text) {
      return new Line(Level.OK, subject, text, "");
    }

    static Line warn(String subject, String text, String fix) {
      return new Line(Level.WARN, subject, text, fix);
    }

    static Line fail(String subject, String text, String fix) {
      return new Line(Level.FAIL, subject, text, fix);
    }
  }

  /** Rows under column names; every row as long as the names. */
  record Table(String name, List<String> columns, List<List<String>> rows) {
    Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  static Report of(List<Line> lines) {
    return new Report(lines, List.of());
  }

  boolean failed() {
    return lines.stream().anyMatch(line -> line.level() == Level.FAIL);
  }
}
