package dev.podnet.pulumi.oci;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps that REST nests and Pulumi writes with dotted keys: {@code "namespace.key": "value"}. */
final class Dotted {
  private Dotted() {}

  /** Splits keys into at most {@code depth} parts. */
  static Map<String, @Nullable Object> nest(Map<?, ?> flat, int depth) {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    flat.forEach((key, value) -> {
      String[] parts = String.valueOf(key).split("\\.", depth);
      Map<String, @Nullable Object> at = root;
      for (int i = 0; i < parts.length - 1; i++) {
        at =
            Wire.strings(
                (Map<?, ?>)
                    java.util.Objects.requireNonNull(
                        at.computeIfAbsent(
                            parts[i], part -> new LinkedHashMap<String, @Nullable Object>())));
      }
      at.put(parts[parts.length - 1], value);
    });
    return root;
  }

  /** Joins the keys of {@code depth} levels. */
  static Map<String, @Nullable Object> flatten(Map<?, ?> nested, int depth) {
    Map<String, @Nullable Object> flat = new LinkedHashMap<>();
    flatten("", nested, depth, flat);
    return flat;
  }

  private static void flatten(
      String prefix, Map<?, ?> nested, int depth, Map<String, @Nullable Object> flat) {
    nested.forEach((key, value) -> {
      String path = prefix + key;
      if (depth > 1 && value instanceof Map<?, ?> deeper) {
        flatten(path + ".", deeper, depth - 1, flat);
      } else {
        flat.put(path, value == null ? null : String.valueOf(value));
      }
    });
  }
}
