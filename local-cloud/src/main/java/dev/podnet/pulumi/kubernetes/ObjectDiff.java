package dev.podnet.pulumi.kubernetes;

import dev.podnet.pulumi.Change;
import dev.podnet.pulumi.Change.Kind;
import dev.podnet.pulumi.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a program's new inputs change in an object. What the API added is none of its business. */
final class ObjectDiff {
  private static final List<String> IDENTITY =
      List.of("apiVersion", "kind", "metadata.name", "metadata.namespace");

  private final List<String> immutable;
  private final List<Change> changes = new ArrayList<>();

  private ObjectDiff(List<String> immutable) {
    this.immutable = immutable;
  }

  static List<Change> of(
      ObjectType type, Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
    List<String> immutable = new ArrayList<>(IDENTITY);
    immutable.addAll(type.immutable());
    var diff = new ObjectDiff(immutable);
    diff.maps("", before, after);
    return List.copyOf(diff.changes);
  }

  /** A JSON merge patch that makes the changes: keys that are gone are null, lists come whole. */
  static Map<String, @Nullable Object> patch(Map<?, ?> before, Map<?, ?> after) {
    Map<String, @Nullable Object> patch = new LinkedHashMap<>();
    after.forEach((key, now) -> {
      Object old = before.get(key);
      if (old instanceof Map<?, ?> a && now instanceof Map<?, ?> b) {
        Map<String, @Nullable Object> inner = patch(a, b);
        if (!inner.isEmpty()) {
          patch.put(String.valueOf(key), inner);
        }
      } else if (!Objects.equals(old, now)) {
        patch.put(String.valueOf(key), now);
      }
    });
    for (Object key : before.keySet()) {
      if (!after.containsKey(key)) {
        patch.put(String.valueOf(key), null);
      }
    }
    return patch;
  }

  private void maps(String path, Map<?, ?> before, Map<?, ?> after) {
    after.forEach(
        (key, now) -> values(Change.member(path, String.valueOf(key)), before.get(key), now));
    before.forEach((key, old) -> {
      if (!after.containsKey(key)) {
        values(Change.member(path, String.valueOf(key)), old, null);
      }
    });
  }

  private void values(String path, @Nullable Object before, @Nullable Object after) {
    if (Objects.equals(before, after) && after != Unknown.VALUE) {
      return;
    }
    if (before instanceof Map<?, ?> a && after instanceof Map<?, ?> b) {
      maps(path, a, b);
    } else if (before instanceof List<?> a && after instanceof List<?> b) {
      for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
        values(
            Change.item(path, i), i < a.size() ? a.get(i) : null, i < b.size() ? b.get(i) : null);
      }
    } else {
      Kind kind = before == null ? Kind.ADD : after == null ? Kind.DELETE : Kind.UPDATE;
      changes.add(new Change(path, kind, replaces(path)));
    }
  }

  private boolean replaces(String path) {
    return immutable.stream()
        .anyMatch(fixed ->
            path.equals(fixed) || path.startsWith(fixed + ".") || path.startsWith(fixed + "["));
  }
}
