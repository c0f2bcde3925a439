package dev.podnet.sim.model;

import java.time.Duration;
import java.util.Map;

/**
 * Everything that is data: kinds, shapes of nested objects, delays, and what the cloud offers.
 *
 * @param delays kind, then event, then milliseconds; what is not listed takes no time
 */
public record Catalog(
    Map<String, Kind> kinds,
    Map<String, Map<String, Field>> shapes,
    Map<String, Map<String, Duration>> delays,
    Doc facts) {

  public Kind kind(String name) {
    var kind = kinds.get(name);
    if (kind == null) {
      throw new IllegalStateException("The catalog has no kind '" + name + "'.");
    }
    return kind;
  }

  public Map<String, Field> shape(String name) {
    var shape = shapes.get(name);
    if (shape == null) {
      throw new IllegalStateException("The catalog has no shape '" + name + "'.");
    }
    return shape;
  }

  public Duration delay(String kind, Event event) {
    return delays.getOrDefault(kind, Map.of()).getOrDefault(event.key(), Duration.ZERO);
  }

  public String region() {
    return facts.doc("region").need("name");
  }

  public String tenancyId() {
    return facts.need("tenancy");
  }
}
