package dev.podnet.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The patches that clients send. Lists in strategic patches and in applies are merged by {@code
 * name} where their items have one, else replaced: Kubernetes knows a merge key for each list, this
 * store does not.
 */
final class Patches {
  private Patches() {}

  /** The object after the patch; the object given stays as it is. */
  static ObjectNode patch(String contentType, ObjectNode object, JsonNode patch) {
    ObjectNode copy = object.deepCopy();
    if (contentType.startsWith("application/json-patch")) {
      patch.forEach(operation -> operate(copy, operation));
    } else if (contentType.startsWith("application/merge-patch")) {
      merge(copy, (ObjectNode) patch, false);
    } else if (contentType.startsWith("application/strategic-merge-patch")) {
      merge(copy, (ObjectNode) patch, true);
    } else {
      throw Refusal.unsupported("Patches of type " + contentType + " are not known.");
    }
    return copy;
  }

  /** Server-side apply: what the manager applied before and does not now is removed. */
  static ObjectNode apply(ObjectNode object, Optional<ObjectNode> before, ObjectNode now) {
    ObjectNode copy = object.deepCopy();
    before.ifPresent(old -> prune(copy, old, now));
    merge(copy, now, true);
    return copy;
  }

  private static void merge(ObjectNode target, ObjectNode patch, boolean byName) {
    patch
        .properties()
        .forEach(field -> {
          String name = field.getKey();
          JsonNode value = field.getValue();
          JsonNode old = target.path(name);
          if (name.startsWith("$")) {
            return;
          }
          if (value.isNull()) {
            target.remove(name);
          } else if (value instanceof ObjectNode fields) {
            ObjectNode into = old instanceof ObjectNode object ? object : target.putObject(name);
            if ("replace".equals(fields.path("$patch").asText())) {
              into.removeAll();
            }
            merge(into, fields, byName);
          } else if (byName
              && value instanceof ArrayNode items
              && old instanceof ArrayNode list
              && named(items)) {
            mergeItems(list, items);
          } else {
            target.set(name, value);
          }
        });
  }

  private static void mergeItems(ArrayNode list, ArrayNode items) {
    for (JsonNode item : items) {
      int index = index(list, item);
      if ("delete".equals(item.path("$patch").asText())) {
        if (index >= 0) {
          list.remove(index);
        }
      } else if (index < 0) {
        list.add(item);
      } else {
        merge((ObjectNode) list.get(index), (ObjectNode) item, true);
      }
    }
  }

  private static void prune(ObjectNode object, ObjectNode before, ObjectNode now) {
    before
        .properties()
        .forEach(field -> {
          String name = field.getKey();
          JsonNode present = object.path(name);
          JsonNode next = now.path(name);
          if (next.isMissingNode()) {
            object.remove(name);
          } else if (present instanceof ObjectNode into
              && field.getValue() instanceof ObjectNode old
              && next instanceof ObjectNode fields) {
            prune(into, old, fields);
          } else if (present instanceof ArrayNode list
              && field.getValue() instanceof ArrayNode old
              && next instanceof ArrayNode items
              && named(old)) {
            pruneItems(list, old, items);
          }
        });
  }

  private static void pruneItems(ArrayNode list, ArrayNode before, ArrayNode now) {
    for (JsonNode old : before) {
      int index = index(list, old);
      int next = index(now, old);
      if (index >= 0 && next < 0) {
        list.remove(index);
      } else if (index >= 0) {
        prune((ObjectNode) list.get(index), (ObjectNode) old, (ObjectNode) now.get(next));
      }
    }
  }

  private static boolean named(ArrayNode items) {
    for (JsonNode item : items) {
      if (!item.path("name").isTextual()) {
        return false;
      }
    }
    return !items.isEmpty();
  }

  private static int index(ArrayNode list, JsonNode item) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).path("name").equals(item.path("name"))) {
        return i;
      }
    }
    return -1;
  }

  private static void operate(ObjectNode root, JsonNode operation) {
    String path = operation.path("path").asText();
    int slash = path.lastIndexOf('/');
    JsonNode parent = root.at(path.substring(0, Math.max(slash, 0)));
    String last = path.substring(slash + 1).replace("~1", "/").replace("~0", "~");
    String op = operation.path("op").asText();
    JsonNode value = operation.path("value");
    if (op.equals("test")) {
      if (!root.at(path).equals(value)) {
        throw Refusal.badRequest("The test of " + path + " failed.");
      }
    } else if (parent instanceof ObjectNode object) {
      if (op.equals("remove")) {
        object.remove(last);
      } else {
        object.set(last, value);
      }
    } else if (parent instanceof ArrayNode list) {
      int index = last.equals("-") ? list.size() : Integer.parseInt(last);
      switch (op) {
        case "add" -> list.insert(index, value);
        case "remove" -> list.remove(index);
        default -> list.set(index, value);
      }
    } else {
      throw Refusal.badRequest("The path " + path + " leads nowhere.");
    }
  }
}
