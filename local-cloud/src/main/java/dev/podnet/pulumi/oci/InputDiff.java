package dev.podnet.pulumi.oci;

import dev.podnet.oci.schema.Properties;
import dev.podnet.oci.schema.Property;
import dev.podnet.oci.schema.Schema;
import dev.podnet.oci.schema.Type;
import dev.podnet.pulumi.Change;
import dev.podnet.pulumi.Change.Kind;
import dev.podnet.pulumi.Unknown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a program's new inputs change, as the published provider sees it: values that the API filled
 * in are no difference, and an optional property that is no longer given keeps its last value,
 * except where the table says that the API clears it.
 */
final class InputDiff {
  private final Schema schema;
  private final Set<String> sets;
  private final Collection<String> clears;
  private final List<Change> changes = new ArrayList<>();

  private InputDiff(Schema schema, Set<String> sets, Collection<String> clears) {
    this.schema = schema;
    this.sets = sets;
    this.clears = clears;
  }

  /**
   * The differences.
   *
   * @param outputs what the resource has, also where no input ever said so
   */
  static List<Change> of(
      Schema schema,
      RestTable table,
      Collection<String> clears,
      Properties properties,
      Map<String, @Nullable Object> before,
      Map<String, @Nullable Object> outputs,
      Map<String, @Nullable Object> after) {
    var diff = new InputDiff(schema, table.sets(), clears);
    for (Property property : properties) {
      String name = property.name();
      Object had = before.get(name) == null ? outputs.get(name) : before.get(name);
      Object wanted = after.get(name);
      if (wanted != null) {
        diff.value(name, property, property.type(), had, wanted);
      } else if (before.get(name) != null && clears.contains(name)) {
        diff.changes.add(new Change(name, Kind.DELETE, property.replaces()));
      }
    }
    return List.copyOf(diff.changes);
  }

  private void value(
      String path, Property property, Type type, @Nullable Object had, Object wanted) {
    if (wanted == Unknown.VALUE) {
      changes.add(new Change(path, had == null ? Kind.ADD : Kind.UPDATE, property.replaces()));
      return;
    }
    if (had == null) {
      if (!(wanted instanceof Collection<?> list && list.isEmpty())
          && !(wanted instanceof Map<?, ?> map && map.isEmpty())) {
        changes.add(new Change(path, Kind.ADD, property.replaces()));
      }
      return;
    }
    switch (type) {
      case Type.ObjectRef reference
          when had instanceof Map<?, ?> old && wanted instanceof Map<?, ?> now ->
          object(path, schema.object(reference).inputs(), old, now);
      case Type.ListOf list when had instanceof List<?> old && wanted instanceof List<?> now -> {
        if (sets.contains(property.name())) {
          set(path, property, list.element(), old, now);
        } else {
          list(path, property, list.element(), old, now);
        }
      }
      case Type.MapOf map when had instanceof Map<?, ?> old && wanted instanceof Map<?, ?> now ->
          map(path, property, old, now);
      case Type.Scalar scalar -> scalar(path, property, had, wanted);
      default -> changes.add(new Change(path, Kind.UPDATE, property.replaces()));
    }
  }

  private void object(String path, Properties properties, Map<?, ?> had, Map<?, ?> wanted) {
    for (Property property : properties) {
      String name = property.name();
      Object now = wanted.get(name);
      if (now != null) {
        value(Change.member(path, name), property, property.type(), had.get(name), now);
      } else if (had.get(name) != null && clears.contains(path)) {
        changes.add(new Change(Change.member(path, name), Kind.DELETE, property.replaces()));
      }
    }
  }

  private void list(String path, Property property, Type element, List<?> had, List<?> wanted) {
    for (int i = 0; i < Math.max(had.size(), wanted.size()); i++) {
      String item = Change.item(path, i);
      Object now = i < wanted.size() ? wanted.get(i) : null;
      if (i >= wanted.size() || now == null) {
        changes.add(new Change(item, Kind.DELETE, property.replaces()));
      } else {
        value(item, property, element, i < had.size() ? had.get(i) : null, now);
      }
    }
  }

  /** Items find their partner wherever it stands; those left over on both sides are compared. */
  private void set(String path, Property property, Type element, List<?> had, List<?> wanted) {
    List<Object> old = new ArrayList<>(had);
    List<Object> now = new ArrayList<>();
    for (Object item : wanted) {
      int partner = partner(property, element, old, item);
      if (partner < 0) {
        now.add(item);
      } else {
        old.remove(partner);
      }
    }
    if (old.isEmpty() && now.isEmpty()) {
      return;
    }
    if (old.size() == 1 && now.size() == 1) {
      value(
          Change.item(path, wanted.indexOf(now.getFirst())),
          property,
          element,
          old.getFirst(),
          now.getFirst());
      return;
    }
    for (Object gone : old) {
      changes.add(
          new Change(Change.item(path, had.indexOf(gone)), Kind.DELETE, property.replaces()));
    }
    for (Object added : now) {
      changes.add(
          new Change(Change.item(path, wanted.indexOf(added)), Kind.ADD, property.replaces()));
    }
  }

  private int partner(Property property, Type element, List<Object> old, Object item) {
    for (int i = 0; i < old.size(); i++) {
      var trial = new InputDiff(schema, sets, clears);
      trial.value("", property, element, old.get(i), item);
      if (trial.changes.isEmpty()) {
        return i;
      }
    }
    return -1;
  }

  /** A user's map: a key that is no longer given is removed. */
  private void map(String path, Property property, Map<?, ?> had, Map<?, ?> wanted) {
    wanted.forEach((key, now) -> {
      Object old = had.get(key);
      String entry = Change.member(path, String.valueOf(key));
      if (old == null && now != null) {
        changes.add(new Change(entry, Kind.ADD, property.replaces()));
      } else if (old != null && now != null) {
        scalar(entry, property, old, now);
      }
    });
    had.forEach((key, old) -> {
      if (old != null && wanted.get(key) == null) {
        changes.add(
            new Change(Change.member(path, String.valueOf(key)), Kind.DELETE, property.replaces()));
      }
    });
  }

  private void scalar(String path, Property property, Object had, Object wanted) {
    if (!same(had, wanted)) {
      changes.add(new Change(path, Kind.UPDATE, property.replaces()));
    }
  }

  /** 16 and 16.0 and, where REST has numbers for Pulumi's text, "16" are one value. */
  static boolean same(Object a, Object b) {
    if (a instanceof Number x && b instanceof Number y) {
      return x.doubleValue() == y.doubleValue();
    }
    return a.equals(b)
        || (a instanceof String != b instanceof String
            && String.valueOf(a).equals(String.valueOf(b)));
  }
}
