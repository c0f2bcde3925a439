package dev.podnet.cni;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parts of decoded JSON, where anything may be of another type than expected. */
public final class Json {
  private Json() {}

  public static Map<?, ?> object(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  public static Map<?, ?> object(Map<?, ?> parent, String key) {
    return parent.get(key) instanceof Map<?, ?> map ? map : Map.of();
  }

  public static List<?> list(Map<?, ?> parent, String key) {
    return parent.get(key) instanceof List<?> list ? list : List.of();
  }

  public static Optional<String> text(Map<?, ?> parent, String key) {
    return parent.get(key) instanceof String text && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }
}
