package dev.podnet.sim.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks a request body against a row of the catalog: unknown fields, types, what is mandatory,
 * references.
 */
final class InputCheck {
  private final State state;
  private final Catalog catalog;

  InputCheck(State state, Catalog catalog) {
    this.state = state;
    this.catalog = catalog;
  }

  Optional<Refusal> creation(Kind kind, Doc body) {
    for (String key : body.asMap().keySet()) {
      var field = kind.input().get(key);
      if (field == null || !field.creatable()) {
        return Optional.of(unknown(key));
      }
    }
    return fields(kind.input(), body, "", true);
  }

  /** A field that cannot change may be repeated with the value that it has. */
  Optional<Refusal> update(Kind kind, Doc body, Doc current) {
    for (String key : body.asMap().keySet()) {
      var field = kind.input().get(key);
      if (field == null) {
        return Optional.of(unknown(key));
      }
      if (!field.updatable() && !body.asMap().get(key).equals(current.get(key))) {
        return Optional.of(Refusal.invalid("'" + key + "' cannot be changed after creation."));
      }
    }
    return fields(kind.input(), body, "", false);
  }

  Optional<Refusal> shape(String shape, Doc body) {
    return object(shape, body, "");
  }

  private Optional<Refusal> object(String shape, Doc body, String at) {
    var fields = catalog.shape(shape);
    for (String key : body.asMap().keySet()) {
      if (!fields.containsKey(key)) {
        return Optional.of(unknown(at + key));
      }
    }
    return fields(fields, body, at, true);
  }

  private Optional<Refusal> fields(Map<String, Field> fields, Doc body, String at, boolean all) {
    for (Field field : fields.values()) {
      var value = body.get(field.name());
      if (value == null) {
        if (all && field.required()) {
          return Optional.of(Refusal.missing("'" + at + field.name() + "' is required."));
        }
        continue;
      }
      var refusal = value(field.type(), value, at + field.name());
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> value(FieldType type, Object value, String at) {
    return switch (type) {
      case FieldType.Plain plain -> plain(plain, value, at);
      case FieldType.Choice(var words) ->
          wrongUnless(
              value instanceof String word && words.contains(word),
              at,
              "one of " + String.join(", ", words));
      case FieldType.Reference(var kind, var many) ->
          many
              ? each(value, at, (each, where) -> reference(kind, each, where))
              : reference(kind, value, at);
      case FieldType.Shape(var shape, var many) ->
          many
              ? each(value, at, (each, where) -> nested(shape, each, where))
              : nested(shape, value, at);
    };
  }

  private Optional<Refusal> plain(FieldType.Plain type, Object value, String at) {
    return switch (type) {
      case TEXT -> wrongUnless(value instanceof String, at, "a string");
      case TEXTS ->
          wrongUnless(
              value instanceof List<?> list && list.stream().allMatch(String.class::isInstance),
              at,
              "a list of strings");
      case FLAG -> wrongUnless(value instanceof Boolean, at, "true or false");
      case INT -> wrongUnless(value instanceof Long, at, "a whole number");
      case NUMBER -> wrongUnless(value instanceof Number, at, "a number");
      case TAGS ->
          wrongUnless(
              value instanceof Map<?, ?> map
                  && map.values().stream().allMatch(String.class::isInstance),
              at,
              "a map of strings");
      case DEFINED_TAGS ->
          wrongUnless(
              value instanceof Map<?, ?> map
                  && map.values().stream().allMatch(Map.class::isInstance),
              at,
              "a map of namespaces, each a map");
      case MAP -> wrongUnless(value instanceof Map, at, "an object");
      case ANY -> Optional.empty();
    };
  }

  private interface Check {
    Optional<Refusal> check(Object value, String at);
  }

  private static Optional<Refusal> each(Object value, String at, Check check) {
    if (!(value instanceof List<?> list)) {
      return Optional.of(wrong(at, "a list"));
    }
    for (int i = 0; i < list.size(); i++) {
      var refusal = check.check(list.get(i), at + "[" + i + "]");
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> nested(String shape, Object value, String at) {
    return value instanceof Map<?, ?> map
        ? object(shape, Doc.of("it", map).doc("it"), at + ".")
        : Optional.of(wrong(at, "an object"));
  }

  private Optional<Refusal> reference(String kind, Object value, String at) {
    if (!(value instanceof String id)) {
      return Optional.of(wrong(at, "an OCID"));
    }
    return exists(state, catalog, kind, id)
        ? Optional.empty()
        : Optional.of(Refusal.notFound(at + " " + id));
  }

  /** Whether a live resource of this kind has this OCID; a tenancy is its own root compartment. */
  static boolean exists(State state, Catalog catalog, String kind, String id) {
    var found = state.get(id).orElse(null);
    return found != null
        && !catalog.kind(found.kind()).gone(found)
        && (found.kind().equals(kind)
            || (kind.equals("compartment") && found.kind().equals("tenancy")));
  }

  private static Optional<Refusal> wrongUnless(boolean right, String at, String expected) {
    return right ? Optional.empty() : Optional.of(wrong(at, expected));
  }

  private static Refusal wrong(String at, @Nullable String expected) {
    return Refusal.invalid("'" + at + "' must be " + expected + ".");
  }

  private static Refusal unknown(String key) {
    return Refusal.invalid("Unrecognized field '" + key + "'.");
  }
}
