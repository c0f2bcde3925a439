package dev.podnet.policies.decisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * One row of the decision table; the file's head says what its fields are.
 *
 * @param number from 1
 */
record Row(int number, Map<String, String> fields) {

  static List<Row> read(String file, String key) {
    Object tree =
        new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(resource(file));
    List<?> rows = (List<?>) Objects.requireNonNull(((Map<?, ?>) tree).get(key), key);
    return IntStream.range(0, rows.size())
        .mapToObj(i -> new Row(i + 1, fields((Map<?, ?>) rows.get(i))))
        .toList();
  }

  /** The text of a file beside the table. */
  static String resource(String file) {
    try (InputStream in = Objects.requireNonNull(Row.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> fields(Map<?, ?> row) {
    return row.entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> String.valueOf(entry.getKey()),
                entry -> String.valueOf(entry.getValue())));
  }

  String name() {
    return text("row");
  }

  String text(String field) {
    return fields.getOrDefault(field, "");
  }

  /** The value of a field, or of its variant for a guard beside Oracle's, if it has one. */
  String expected(String field, String variant, boolean beside) {
    return beside && fields.containsKey(variant) ? text(variant) : text(field);
  }
}
