package dev.podnet.pulumi.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object as the API has it, as outputs and as inputs. */
final class LiveObject {
  /** What the API writes into the metadata. */
  private static final Set<String> OWN =
      Set.of(
          "creationTimestamp", "generation", "managedFields", "resourceVersion", "selfLink", "uid");

  private LiveObject() {}

  /** Without the record of field owners, which is long and changes at every write. */
  static Map<String, @Nullable Object> outputs(Map<String, @Nullable Object> live) {
    Map<String, @Nullable Object> outputs = new LinkedHashMap<>(live);
    if (live.get("metadata") instanceof Map<?, ?> metadata) {
      Map<Object, @Nullable Object> kept = new LinkedHashMap<>(metadata);
      kept.remove("managedFields");
      outputs.put("metadata", kept);
    }
    return outputs;
  }

  /** All that a program could have said, for an import. */
  static Map<String, @Nullable Object> imported(Map<String, @Nullable Object> live) {
    Map<String, @Nullable Object> inputs = new LinkedHashMap<>(live);
    inputs.remove("status");
    if (live.get("metadata") instanceof Map<?, ?> metadata) {
      Map<Object, @Nullable Object> kept = new LinkedHashMap<>(metadata);
      kept.keySet().removeAll(OWN);
      inputs.put("metadata", kept);
    }
    return inputs;
  }

  /** The inputs that a program gave, with the values they have today. */
  static @Nullable Object refreshed(@Nullable Object input, @Nullable Object live) {
    if (input instanceof Map<?, ?> was && live instanceof Map<?, ?> is) {
      Map<String, @Nullable Object> now = new LinkedHashMap<>();
      was.forEach((key, old) -> {
        boolean writeOnly = "stringData".equals(key);
        boolean nothing =
            old == null
                || (old instanceof Map<?, ?> map && map.isEmpty())
                || (old instanceof List<?> list && list.isEmpty());
        if (writeOnly || (nothing && is.get(key) == null)) {
          now.put(String.valueOf(key), old);
        } else if (is.get(key) != null) {
          now.put(String.valueOf(key), refreshed(old, is.get(key)));
        }
      });
      return now;
    }
    if (input instanceof List<?> was && live instanceof List<?> is && was.size() == is.size()) {
      List<@Nullable Object> now = new ArrayList<>();
      for (int i = 0; i < was.size(); i++) {
        now.add(refreshed(was.get(i), is.get(i)));
      }
      return now;
    }
    return live;
  }
}
