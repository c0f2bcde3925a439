package dev.podnet.pulumi.oci;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ports in the rules of a security list: Pulumi has {@code min} and {@code max} of the destination
 * beside {@code sourcePortRange}, REST has two ranges.
 */
final class Ports {
  private static final String DESTINATION = "destinationPortRange";

  private Ports() {}

  static Map<String, @Nullable Object> nest(Map<String, @Nullable Object> options) {
    Map<String, @Nullable Object> nested = new LinkedHashMap<>(options);
    Object min = nested.remove("min");
    Object max = nested.remove("max");
    if (min != null && max != null) {
      nested.put(DESTINATION, Map.of("min", min, "max", max));
    }
    return nested;
  }

  static Map<String, @Nullable Object> flatten(Map<String, @Nullable Object> options) {
    Map<String, @Nullable Object> flat = new LinkedHashMap<>(options);
    if (flat.remove(DESTINATION) instanceof Map<?, ?> range) {
      flat.putAll(Wire.strings(range));
    }
    return flat;
  }
}
