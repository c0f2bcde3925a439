package dev.podnet.sim.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request after HTTP: decoded path segments, query, lower-case header names, parsed body. */
public record Request(
    String method,
    List<String> path,
    Map<String, List<String>> query,
    Map<String, String> headers,
    Doc body) {

  public @Nullable String header(String name) {
    return headers.get(name);
  }

  public @Nullable String query(String name) {
    var values = query.get(name);
    return values == null || values.isEmpty() ? null : values.getFirst();
  }

  public List<String> queries(String name) {
    return query.getOrDefault(name, List.of());
  }
}
