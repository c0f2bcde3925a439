package dev.podnet.pulumi.kubernetes;

import dev.podnet.pulumi.Failure;
import dev.podnet.pulumi.HalfMade;
import dev.podnet.pulumi.Session;
import dev.podnet.pulumi.Urn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is done to one object. */
final class KubernetesObjects {
  private static final String JSON = "application/json";

  private final KubernetesClient client;
  private final Session session;
  private final String defaultNamespace;

  KubernetesObjects(KubernetesClient client, Session session, String defaultNamespace) {
    this.client = client;
    this.session = session;
    this.defaultNamespace = defaultNamespace;
  }

  /** What Pulumi stores as the id of an object: namespace/name, or the name alone. */
  static String id(Map<String, @Nullable Object> object) {
    Map<?, ?> metadata = metadata(object);
    String name = Objects.toString(metadata.get("name"), "");
    Object namespace = metadata.get("namespace");
    return namespace == null ? name : namespace + "/" + name;
  }

  Map<String, @Nullable Object> create(
      String urn, ObjectType type, Map<String, @Nullable Object> inputs, double timeout) {
    KubernetesClient.Served served = client.served(type);
    Map<String, @Nullable Object> object = inputs;
    if (served.namespaced() && metadata(inputs).get("namespace") == null) {
      Map<Object, @Nullable Object> metadata = new LinkedHashMap<>(metadata(inputs));
      metadata.put("namespace", defaultNamespace);
      object = new LinkedHashMap<>(inputs);
      object.put("metadata", metadata);
    }
    String path = collection(type, served, namespace(object));
    KubernetesClient.Reply reply = client.send("POST", path + "?fieldManager=podnet", JSON, object);
    if (reply.status() == 409) {
      throw new Failure(
          Urn.parse(urn)
              + ": "
              + id(object)
              + " exists already on "
              + client.server()
              + ". Take it into the stack with \"pulumi import\", or delete it.");
    }
    Map<String, @Nullable Object> made = granted(urn, "create", reply);
    try {
      return new Rollout(client, session).await(urn, type, item(type, id(made)), made, timeout);
    } catch (Failure unready) {
      throw new HalfMade(
          String.valueOf(unready.getMessage()), id(made), LiveObject.outputs(made), inputs);
    }
  }

  Optional<Map<String, @Nullable Object>> find(String urn, ObjectType type, String id) {
    KubernetesClient.Reply reply = client.send("GET", item(type, id), "", null);
    return reply.status() == 404 ? Optional.empty() : Optional.of(granted(urn, "read", reply));
  }

  Map<String, @Nullable Object> update(
      String urn,
      ObjectType type,
      String id,
      Map<String, @Nullable Object> before,
      Map<String, @Nullable Object> after,
      double timeout) {
    Map<String, @Nullable Object> patch = ObjectDiff.patch(before, after);
    String path = item(type, id);
    KubernetesClient.Reply reply =
        patch.isEmpty()
            ? client.send("GET", path, "", null)
            : client.send(
                "PATCH", path + "?fieldManager=podnet", "application/merge-patch+json", patch);
    Map<String, @Nullable Object> updated = granted(urn, "update", reply);
    return new Rollout(client, session).await(urn, type, path, updated, timeout);
  }

  void delete(String urn, ObjectType type, String id, double timeout) {
    String path = item(type, id);
    KubernetesClient.Reply reply =
        client.send("DELETE", path + "?propagationPolicy=Background", "", null);
    if (reply.status() != 404) {
      Map<String, @Nullable Object> _ = granted(urn, "delete", reply);
      new Rollout(client, session).awaitGone(urn, path, timeout);
    }
  }

  private Map<String, @Nullable Object> granted(
      String urn, String verb, KubernetesClient.Reply reply) {
    if (reply.refused()) {
      throw new Failure(
          "The Kubernetes API at "
              + client.server()
              + " refused to "
              + verb
              + " "
              + Urn.parse(urn)
              + ": "
              + reply.message());
    }
    return reply.body();
  }

  private String item(ObjectType type, String id) {
    KubernetesClient.Served served = client.served(type);
    int slash = id.indexOf('/');
    String namespace = slash < 0 ? defaultNamespace : id.substring(0, slash);
    return collection(type, served, namespace) + "/" + id.substring(slash + 1);
  }

  private static String collection(
      ObjectType type, KubernetesClient.Served served, String namespace) {
    return type.root()
        + (served.namespaced() ? "/namespaces/" + namespace : "")
        + "/"
        + served.plural();
  }

  private String namespace(Map<String, @Nullable Object> object) {
    return Objects.toString(metadata(object).get("namespace"), defaultNamespace);
  }

  private static Map<?, ?> metadata(Map<String, @Nullable Object> object) {
    return object.get("metadata") instanceof Map<?, ?> metadata ? metadata : Map.of();
  }
}
