package dev.podnet.podnetctl.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A stack file, read with positions. The engine reads the same file, but names a wrong line, no
 * column, and only after it has turned {@code 1.30} into 1.3.
 *
 * @param values the file as a tree
 * @param positions where each setting stands, by its path as findings write it: {@code
 *     podnet:pools[0].size}
 * @param problems what is wrong with the file as YAML; empty is good
 */
public record StackFile(
    Map<String, Object> values, Map<String, Position> positions, List<Problem> problems) {

  static final String CONFIG = "config";

  public StackFile {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    positions = Map.copyOf(positions);
    problems = List.copyOf(problems);
  }

  public static StackFile parse(String text) {
    return StackFileParser.parse(text);
  }

  /**
   * The settings of one namespace, such as {@code podnet:}, without it. Single values become texts,
   * as the engine hands them on; inside blocks and lists they keep their kind.
   */
  public Map<String, Object> settings(String namespace) {
    Map<String, Object> settings = new LinkedHashMap<>();
    if (values.get(CONFIG) instanceof Map<?, ?> config) {
      config.forEach((key, value) -> {
        String name = String.valueOf(key);
        if (name.startsWith(namespace)) {
          boolean single = !(value instanceof Map || value instanceof List);
          settings.put(name.substring(namespace.length()), single ? String.valueOf(value) : value);
        }
      });
    }
    return settings;
  }

  /** Where a setting stands; for one that is missing, where the block stands that lacks it. */
  public Position position(String path) {
    String at = path;
    while (!at.isEmpty()) {
      Position position = positions.get(at);
      if (position != null) {
        return position;
      }
      at = at.substring(0, Math.max(at.lastIndexOf('.'), Math.max(at.lastIndexOf('['), 0)));
    }
    return positions.getOrDefault(CONFIG, Position.START);
  }
}
