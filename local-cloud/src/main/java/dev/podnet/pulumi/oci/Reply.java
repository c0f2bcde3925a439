package dev.podnet.pulumi.oci;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the API.
 *
 * @param status HTTP status
 * @param headers by name, in any case
 * @param body a map, a list, or text when it is not JSON
 */
record Reply(int status, Map<String, String> headers, Object body) {
  @SuppressWarnings("unchecked")
  Map<String, @Nullable Object> object() {
    return body instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
  }

  /** The items: of a plain list, or of a collection object. */
  @SuppressWarnings("unchecked")
  List<@Nullable Object> items() {
    Object list = body instanceof Map<?, ?> map ? map.get("items") : body;
    return list instanceof List<?> found ? (List<@Nullable Object>) found : List.of();
  }

  String text(String name) {
    return object().get(name) instanceof String text ? text : "";
  }

  @Nullable String header(String name) {
    return headers.get(name);
  }
}
