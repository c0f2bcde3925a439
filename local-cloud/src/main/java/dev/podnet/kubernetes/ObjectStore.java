package dev.podnet.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.h2.mvstore.MVMap;

/**
 * The objects of one cluster: what creation, replacement and deletion do to an object's metadata,
 * and who is told. ObjectStore and the counter of resource versions are on disk when a method
 * returns.
 */
final class ObjectStore {
  private static final String COUNTER = " version";

  private final MVMap<String, String> stored;
  private final Runnable commit;
  private final InstantSource clock;
  private final List<BiConsumer<String, ObjectNode>> listeners = new CopyOnWriteArrayList<>();

  ObjectStore(MVMap<String, String> stored, Runnable commit, InstantSource clock) {
    this.stored = stored;
    this.commit = commit;
    this.clock = clock;
  }

  /** The version of the whole: what a watch starts from. */
  synchronized String version() {
    return stored.getOrDefault(COUNTER, "1");
  }

  synchronized Optional<ObjectNode> find(Address address) {
    return Optional.ofNullable(stored.get(address.key())).map(Json::stored);
  }

  /** The objects of a kind, in one namespace or in all, in the order of their keys. */
  synchronized List<ObjectNode> list(Address address) {
    String prefix =
        address.prefix() + (address.namespace().isEmpty() ? "" : address.namespace() + "/");
    List<ObjectNode> found = new ArrayList<>();
    var keys = stored.keyIterator(prefix);
    while (keys.hasNext()) {
      String key = keys.next();
      if (!key.startsWith(prefix)) {
        break;
      }
      found.add(Json.stored(Objects.requireNonNull(stored.get(key))));
    }
    return found;
  }

  synchronized ObjectNode create(Address address, ObjectNode object, boolean dryRun) {
    if (stored.containsKey(address.key())) {
      throw Refusal.exists(address.what(), address.name());
    }
    ObjectNode metadata = metadata(address, object);
    metadata.put("uid", UUID.randomUUID().toString());
    metadata.put("creationTimestamp", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    metadata.put("generation", 1);
    return keep("ADDED", address, object, dryRun);
  }

  /** Puts another form in the place of one that is there. */
  synchronized ObjectNode replace(
      Address address, ObjectNode old, ObjectNode object, boolean dryRun) {
    ObjectNode was = (ObjectNode) old.path("metadata");
    ObjectNode metadata = metadata(address, object);
    String expected = metadata.path("resourceVersion").asText("");
    if (!expected.isEmpty() && !expected.equals(was.path("resourceVersion").asText())) {
      throw Refusal.conflict(address.what(), address.name());
    }
    metadata.set("uid", was.path("uid"));
    metadata.set("creationTimestamp", was.path("creationTimestamp"));
    boolean changed = !old.path("spec").equals(object.path("spec"));
    metadata.put("generation", was.path("generation").asInt(1) + (changed ? 1 : 0));
    metadata.set("resourceVersion", was.path("resourceVersion"));
    return object.equals(old) ? old : keep("MODIFIED", address, object, dryRun);
  }

  synchronized ObjectNode delete(Address address, ObjectNode old, boolean dryRun) {
    if (!dryRun) {
      stored.remove(address.key());
      advance();
      commit.run();
      listeners.forEach(listener -> listener.accept("DELETED", old));
    }
    return old;
  }

  /** What was last applied by a field manager, for the next apply to compare with. */
  synchronized Optional<ObjectNode> applied(Address address, String manager) {
    return Optional.ofNullable(stored.get(applyKey(address, manager))).map(Json::stored);
  }

  synchronized void applied(Address address, String manager, JsonNode object) {
    stored.put(applyKey(address, manager), Json.write(object));
    commit.run();
  }

  void listen(BiConsumer<String, ObjectNode> listener) {
    listeners.add(listener);
  }

  void unlisten(BiConsumer<String, ObjectNode> listener) {
    listeners.remove(listener);
  }

  private static String applyKey(Address address, String manager) {
    return " applied/" + manager + "/" + address.key();
  }

  private static ObjectNode metadata(Address address, ObjectNode object) {
    object.put("apiVersion", address.kind().apiVersion());
    object.put("kind", address.kind().name());
    ObjectNode metadata = object.withObject("/metadata");
    metadata.put("name", address.name());
    if (!address.namespace().isEmpty()) {
      metadata.put("namespace", address.namespace());
    }
    return metadata;
  }

  private ObjectNode keep(String event, Address address, ObjectNode object, boolean dryRun) {
    if (dryRun) {
      return object;
    }
    ((ObjectNode) object.path("metadata")).put("resourceVersion", advance());
    stored.put(address.key(), Json.write(object));
    commit.run();
    listeners.forEach(listener -> listener.accept(event, object));
    return object;
  }

  private String advance() {
    String next = String.valueOf(Long.parseLong(version()) + 1);
    stored.put(COUNTER, next);
    return next;
  }
}
