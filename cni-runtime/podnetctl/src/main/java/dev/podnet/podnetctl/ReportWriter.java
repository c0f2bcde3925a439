package dev.podnet.podnetctl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.podnet.podnetctl.Report.Line;
import dev.podnet.podnetctl.Report.Table;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reports for people and, with {@code --json}, for programs. */
final class ReportWriter {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ReportWriter() {}

  static void text(Report report, PrintWriter out) {
    int width = report.lines().stream().mapToInt(line -> line.subject().length()).max().orElse(0);
    for (Line line : report.lines()) {
      out.println(
          pad(level(line), 6) + pad(line.subject(), width) + "  " + line.text().stripTrailing());
      if (!line.fix().isEmpty()) {
        out.println("      Fix: " + line.fix());
      }
    }
    for (Table table : report.tables()) {
      out.println();
      out.println(table.name());
      rows(table).forEach(row -> out.println("  " + row.stripTrailing()));
    }
    out.flush();
  }

  static void json(Report report, PrintWriter out) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("result", report.failed() ? "fail" : "ok");
    root.put("lines", report.lines().stream().map(ReportWriter::json).toList());
    for (Table table : report.tables()) {
      root.put(table.name(), table.rows().stream().map(row -> json(table.columns(), row)).toList());
    }
    try {
      out.println(JSON.writeValueAsString(root));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A report is texts only and cannot fail to be written", e);
    }
    out.flush();
  }

  private static List<String> rows(Table table) {
    List<List<String>> all = new ArrayList<>();
    all.add(table.columns().stream().map(ReportWriter::heading).toList());
    all.addAll(table.rows());
    List<String> lines = new ArrayList<>();
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        int column = i;
        int width = all.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
        line.append(pad(row.get(i), width)).append("  ");
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static Map<String, String> json(Line line) {
    return json(
        List.of("level", "subject", "text", "fix"),
        List.of(level(line), line.subject(), line.text(), line.fix()));
  }

  private static Map<String, String> json(List<String> names, List<String> values) {
    Map<String, String> object = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      object.put(names.get(i), values.get(i));
    }
    return object;
  }

  /** {@code ipCount} as {@code IP COUNT}. */
  private static String heading(String column) {
    return column.replaceAll("([A-Z])", " $1").toUpperCase(Locale.ROOT);
  }

  private static String level(Line line) {
    return line.level().name().toLowerCase(Locale.ROOT);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
