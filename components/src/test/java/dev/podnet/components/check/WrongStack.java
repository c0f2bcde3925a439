package dev.podnet.components.check;

import dev.podnet.components.Example;
import dev.podnet.components.config.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A stack that is wrong, as the tables of tests state it.
 *
 * @param base the stack without the changes, which is all right
 * @param changes values by setting, as written; {@code (none)} removes one
 * @param id the finding
 * @param path where it is told, without the prefix
 */
public record WrongStack(String base, Map<String, String> changes, String id, String path) {
  /** Stands for the value of a setting that is removed. */
  public static final String NONE = "(none)";

  /** Stacks with one wrong setting; it may give other findings as well. */
  public static Stream<WrongStack> withOneChange() {
    return Stream.concat(
        rows("one-wrong-setting.csv").map(row -> oneChange("example", row)),
        rows("one-wrong-pool.csv").map(row -> oneChange("pools of all kinds", row)));
  }

  /** Stacks that are something else than the example, or wrong by several settings together. */
  public static Stream<WrongStack> withSeveralChanges() {
    return rows("several-wrong-settings.csv")
        .map(row -> new WrongStack(row.get(0), changes(row.get(3)), row.get(1), row.get(2)));
  }

  private static WrongStack oneChange(String base, List<String> row) {
    return new WrongStack(base, Map.of(row.get(0), row.get(3)), row.get(1), row.get(2));
  }

  private static Map<String, String> changes(String text) {
    Map<String, String> changes = new LinkedHashMap<>();
    for (String change : text.split("; ", -1)) {
      String[] parts = change.split(" = ", 2);
      changes.put(parts[0], parts[1]);
    }
    return changes;
  }

  /** Cells of each row of a table; {@code #} begins a comment. */
  static Stream<List<String>> rows(String file) {
    try (var in = WrongStack.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All findings of the stack. */
  public List<Finding> findings() {
    Example example = Example.of(base);
    changes.forEach(
        (setting, value) -> example.with(setting, value.equals(NONE) ? null : value(value)));
    return example.findings();
  }

  /** Lists and blocks are in YAML's flow style, all else is text. */
  static Object value(String text) {
    return text.startsWith("[") || text.startsWith("{") ? Example.yaml(text) : text;
  }

  @Override
  public String toString() {
    return id + " at " + path + " for " + changes;
  }
}
