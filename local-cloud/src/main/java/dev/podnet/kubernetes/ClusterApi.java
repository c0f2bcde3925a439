package dev.podnet.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** One cluster's API without HTTP: verbs on addresses. */
final class ClusterApi {
  private static final List<String> NAMESPACES =
      List.of("default", "kube-node-lease", "kube-public", "kube-system");

  private final Kinds kinds = new Kinds();
  private final ObjectStore objects;

  ClusterApi(ObjectStore objects) {
    this.objects = objects;
    Kind definition =
        kinds.byName("apiextensions.k8s.io/v1", "CustomResourceDefinition").orElseThrow();
    objects.list(new Address(definition, "", "", "")).forEach(kinds::define);
  }

  Kinds kinds() {
    return kinds;
  }

  ObjectStore objects() {
    return objects;
  }

  /** Makes what every cluster has. */
  void populate() {
    for (String namespace : NAMESPACES) {
      Address address = new Address(kind("v1", "Namespace"), "", namespace, "");
      if (objects.find(address).isEmpty()) {
        ObjectNode object = Json.object();
        object.putObject("status").put("phase", "Active");
        ObjectNode _ = objects.create(address, object, false);
      }
    }
  }

  /** The answer to a request whose path names objects. */
  JsonNode handle(
      String method, Address address, Map<String, String> query, String contentType, String body) {
    boolean dryRun = query.containsKey("dryRun");
    return switch (method) {
      case "GET" -> address.name().isEmpty() ? list(address, selector(query)) : get(address);
      case "POST" -> create(address, body(body), dryRun);
      case "PUT" -> replace(address, body(body), dryRun);
      case "PATCH" ->
          patch(
              address,
              contentType,
              query.getOrDefault("fieldManager", ""),
              Json.read(body),
              dryRun);
      case "DELETE" -> delete(address, selector(query), dryRun);
      default -> throw Refusal.notAllowed(method);
    };
  }

  static Predicate<JsonNode> selector(Map<String, String> query) {
    return Selector.of(
        query.getOrDefault("labelSelector", ""), query.getOrDefault("fieldSelector", ""));
  }

  /** Creates or replaces, for the part of the cloud that writes nodes. */
  void put(ObjectNode object) {
    Address address = address(object);
    Optional<ObjectNode> old = objects.find(address);
    ObjectNode _ =
        old.isPresent()
            ? objects.replace(address, old.get(), object, false)
            : objects.create(address, object, false);
  }

  void remove(String apiVersion, String kind, String name) {
    Address address = new Address(kind(apiVersion, kind), "", name, "");
    objects.find(address).ifPresent(old -> objects.delete(address, old, false));
  }

  private Address address(ObjectNode object) {
    Kind kind = kind(object.path("apiVersion").asText(), object.path("kind").asText());
    JsonNode metadata = object.path("metadata");
    String namespace = kind.namespaced() ? metadata.path("namespace").asText("default") : "";
    return new Address(kind, namespace, metadata.path("name").asText(), "");
  }

  private Kind kind(String apiVersion, String name) {
    return kinds
        .byName(apiVersion, name)
        .orElseThrow(() ->
            Refusal.badRequest("This cluster has no kind " + name + " in " + apiVersion + "."));
  }

  private JsonNode get(Address address) {
    return objects
        .find(address)
        .orElseThrow(() -> Refusal.notFound(address.what(), address.name()));
  }

  private JsonNode list(Address address, Predicate<JsonNode> selector) {
    ObjectNode list =
        Json.object()
            .put("kind", address.kind().name() + "List")
            .put("apiVersion", address.kind().apiVersion());
    list.putObject("metadata").put("resourceVersion", objects.version());
    ArrayNode items = list.putArray("items");
    objects.list(address).stream().filter(selector).forEach(items::add);
    return list;
  }

  private JsonNode create(Address address, ObjectNode object, boolean dryRun) {
    JsonNode metadata = object.path("metadata");
    String name = metadata.path("name").asText("");
    if (name.isEmpty() && metadata.has("generateName")) {
      name =
          metadata.path("generateName").asText()
              + Long.toString(System.nanoTime(), 36).toLowerCase(Locale.ROOT);
    }
    if (name.isEmpty()) {
      throw Refusal.badRequest("name or generateName is required");
    }
    namespaceMustExist(address);
    ObjectNode made = objects.create(address.named(name), object, dryRun);
    if (address.kind().name().equals("CustomResourceDefinition")) {
      kinds.define(made);
    }
    return made;
  }

  private void namespaceMustExist(Address address) {
    if (address.kind().namespaced()
        && objects
            .find(new Address(kind("v1", "Namespace"), "", address.namespace(), ""))
            .isEmpty()) {
      throw Refusal.notFound("namespaces", address.namespace());
    }
  }

  private JsonNode replace(Address address, ObjectNode object, boolean dryRun) {
    ObjectNode old = (ObjectNode) get(address);
    if (address.part().equals("status")) {
      ObjectNode whole = old.deepCopy();
      whole.set("status", object.path("status"));
      return objects.replace(address, old, whole, dryRun);
    }
    if (!object.has("status") && old.has("status")) {
      object.set("status", old.get("status"));
    }
    return objects.replace(address, old, object, dryRun);
  }

  private JsonNode patch(
      Address address, String contentType, String manager, JsonNode patch, boolean dryRun) {
    boolean apply = contentType.startsWith("application/apply-patch");
    Optional<ObjectNode> old = objects.find(address);
    if (!apply) {
      ObjectNode present = old.orElseThrow(() -> Refusal.notFound(address.what(), address.name()));
      return objects.replace(address, present, Patches.patch(contentType, present, patch), dryRun);
    }
    ObjectNode wanted = (ObjectNode) patch;
    JsonNode result;
    if (old.isEmpty()) {
      wanted.withObject("/metadata").put("name", address.name());
      result = create(address.named(""), wanted.deepCopy(), dryRun);
    } else {
      ObjectNode merged = Patches.apply(old.get(), objects.applied(address, manager), wanted);
      result = objects.replace(address, old.get(), merged, dryRun);
    }
    if (!dryRun) {
      objects.applied(address, manager, wanted);
    }
    return result;
  }

  private JsonNode delete(Address address, Predicate<JsonNode> selector, boolean dryRun) {
    if (!address.name().isEmpty()) {
      ObjectNode gone = objects.delete(address, (ObjectNode) get(address), dryRun);
      if (address.kind().name().equals("Namespace") && !dryRun) {
        empty(address.name());
      }
      return gone;
    }
    JsonNode list = list(address, selector);
    for (JsonNode item : list.path("items")) {
      ObjectNode _ = objects.delete(address((ObjectNode) item), (ObjectNode) item, dryRun);
    }
    return list;
  }

  /** A namespace takes its objects with it. */
  private void empty(String namespace) {
    for (Kind kind : kinds.all()) {
      if (kind.namespaced()) {
        Address all = new Address(kind, namespace, "", "");
        for (ObjectNode object : objects.list(all)) {
          ObjectNode _ = objects.delete(address(object), object, false);
        }
      }
    }
  }

  private static ObjectNode body(String body) {
    return Json.read(body) instanceof ObjectNode object ? object : fail();
  }

  private static ObjectNode fail() {
    throw Refusal.badRequest("The body is not an object.");
  }
}
