package dev.podnet.kubernetes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The documents by which clients learn what the API serves. */
final class Discovery {
  private static final List<String> VERBS =
      List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");

  private final Kinds kinds;

  Discovery(Kinds kinds) {
    this.kinds = kinds;
  }

  /** The document at a path, if it is one of these. */
  Optional<ObjectNode> document(String path) {
    return switch (path) {
      case "/version" ->
          Optional.of(
              Json.object()
                  .put("major", "1")
                  .put("minor", "32")
                  .put("gitVersion", "v1.32.0-podnet"));
      case "/api" -> {
        ObjectNode versions = Json.object().put("kind", "APIVersions");
        versions.putArray("versions").add("v1");
        yield Optional.of(versions);
      }
      case "/apis" -> Optional.of(groups());
      case "/openapi/v3" -> Optional.of(schemas());
      default -> path.startsWith("/openapi/v3/") ? Optional.of(schema(path)) : resources(path);
    };
  }

  private ObjectNode groups() {
    ObjectNode list = Json.object().put("kind", "APIGroupList").put("apiVersion", "v1");
    ArrayNode groups = list.putArray("groups");
    Map<String, TreeSet<String>> versions = new TreeMap<>();
    for (Kind kind : kinds.all()) {
      if (!kind.group().isEmpty()) {
        versions.computeIfAbsent(kind.group(), group -> new TreeSet<>()).add(kind.version());
      }
    }
    versions.forEach((name, all) -> {
      ObjectNode group = groups.addObject().put("name", name);
      ArrayNode list2 = group.putArray("versions");
      all.forEach(version ->
          list2.addObject().put("groupVersion", name + "/" + version).put("version", version));
      group
          .putObject("preferredVersion")
          .put("groupVersion", name + "/" + all.last())
          .put("version", all.last());
    });
    return list;
  }

  private Optional<ObjectNode> resources(String path) {
    String apiVersion =
        path.equals("/api/v1") ? "v1" : path.startsWith("/apis/") ? path.substring(6) : "";
    List<Kind> served =
        kinds.all().stream().filter(kind -> kind.apiVersion().equals(apiVersion)).toList();
    if (served.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode list =
        Json.object()
            .put("kind", "APIResourceList")
            .put("apiVersion", "v1")
            .put("groupVersion", apiVersion);
    ArrayNode resources = list.putArray("resources");
    for (Kind kind : served) {
      ObjectNode resource =
          resources
              .addObject()
              .put("name", kind.plural())
              .put("singularName", kind.name().toLowerCase(Locale.ROOT))
              .put("namespaced", kind.namespaced())
              .put("kind", kind.name());
      resource.set("verbs", Json.MAPPER.valueToTree(VERBS));
      resource.set("shortNames", Json.MAPPER.valueToTree(kind.shortNames()));
    }
    return Optional.of(list);
  }

  /**
   * An index of schemas that say nothing of fields: kubectl asks whether it may have them checked.
   */
  private ObjectNode schemas() {
    ObjectNode index = Json.object();
    ObjectNode paths = index.putObject("paths");
    for (Kind kind : kinds.all()) {
      String path = root(kind);
      paths.putObject(path).put("serverRelativeURL", "/openapi/v3/" + path);
    }
    return index;
  }

  private ObjectNode schema(String path) {
    ObjectNode document = Json.object().put("openapi", "3.0.0");
    document.putObject("info").put("title", "podnet").put("version", "v1");
    ObjectNode paths = document.putObject("paths");
    for (Kind kind : kinds.all()) {
      if (path.equals("/openapi/v3/" + root(kind))) {
        ObjectNode patch =
            paths
                .putObject(
                    "/"
                        + root(kind)
                        + (kind.namespaced() ? "/namespaces/{namespace}/" : "/")
                        + kind.plural()
                        + "/{name}")
                .putObject("patch");
        patch.putArray("parameters").addObject().put("name", "fieldValidation").put("in", "query");
        patch
            .putObject("x-kubernetes-group-version-kind")
            .put("group", kind.group())
            .put("version", kind.version())
            .put("kind", kind.name());
      }
    }
    return document;
  }

  private static String root(Kind kind) {
    return kind.group().isEmpty() ? "api/v1" : "apis/" + kind.apiVersion();
  }
}
