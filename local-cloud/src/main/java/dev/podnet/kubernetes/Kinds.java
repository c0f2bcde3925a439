package dev.podnet.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The kinds that one cluster knows: those of {@code kinds.yaml}, and what its CRDs define. */
final class Kinds {
  private static final List<Kind> BUILT_IN = read();

  private final List<Kind> kinds = new CopyOnWriteArrayList<>(BUILT_IN);

  List<Kind> all() {
    return List.copyOf(kinds);
  }

  Optional<Kind> byPlural(String group, String version, String plural) {
    return kinds.stream()
        .filter(kind -> kind.group().equals(group) && kind.version().equals(version))
        .filter(kind -> kind.plural().equals(plural))
        .findFirst();
  }

  Optional<Kind> byName(String apiVersion, String name) {
    return kinds.stream()
        .filter(kind -> kind.apiVersion().equals(apiVersion) && kind.name().equals(name))
        .findFirst();
  }

  /** Takes up what a CustomResourceDefinition defines. */
  void define(JsonNode definition) {
    JsonNode spec = definition.path("spec");
    JsonNode names = spec.path("names");
    List<String> shortNames = new ArrayList<>();
    names.path("shortNames").forEach(name -> shortNames.add(name.asText()));
    for (JsonNode version : spec.path("versions")) {
      var kind =
          new Kind(
              spec.path("group").asText(),
              version.path("name").asText(),
              names.path("kind").asText(),
              names.path("plural").asText(),
              spec.path("scope").asText().equals("Namespaced"),
              List.copyOf(shortNames));
      kinds.removeIf(
          old -> old.apiVersion().equals(kind.apiVersion()) && old.plural().equals(kind.plural()));
      kinds.add(kind);
    }
  }

  private static List<Kind> read() {
    List<Kind> kinds = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(Kinds.class.getResourceAsStream("kinds.yaml"), "kinds.yaml")) {
      var tree = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      tree.forEach((apiVersion, rows) ->
          ((List<?>) rows)
              .forEach(row -> kinds.add(kind(String.valueOf(apiVersion), (List<?>) row))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(kinds);
  }

  private static Kind kind(String apiVersion, List<?> row) {
    int slash = apiVersion.indexOf('/');
    return new Kind(
        slash < 0 ? "" : apiVersion.substring(0, slash),
        apiVersion.substring(slash + 1),
        String.valueOf(row.get(0)),
        String.valueOf(row.get(1)),
        Boolean.TRUE.equals(row.get(2)),
        row.subList(3, row.size()).stream().map(String::valueOf).toList());
  }
}
