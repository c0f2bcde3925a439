package dev.podnet.sim.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of the API.
 *
 * @param template path segments; those in braces are variables
 */
public record Route(String method, List<String> template, Operation operation) {

  /** What a route does. */
  @FunctionalInterface
  public interface Operation {
    Response run(Call call);
  }

  public static Route of(String method, String path, Operation operation) {
    return new Route(method, List.of(path.substring(1).split("/", -1)), operation);
  }

  /** The variables of a path that fits the template. */
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != template.size()) {
      return Optional.empty();
    }
    var params = new LinkedHashMap<String, String>();
    for (int i = 0; i < path.size(); i++) {
      String part = template.get(i);
      if (part.startsWith("{")) {
        params.put(part.substring(1, part.length() - 1), path.get(i));
      } else if (!part.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(params);
  }

  @Override
  public String toString() {
    return method + " /" + String.join("/", template);
  }
}
