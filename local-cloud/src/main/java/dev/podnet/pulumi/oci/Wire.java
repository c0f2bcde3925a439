package dev.podnet.pulumi.oci;

import dev.podnet.oci.schema.Properties;
import dev.podnet.oci.schema.Property;
import dev.podnet.oci.schema.Schema;
import dev.podnet.oci.schema.Type;
import dev.podnet.pulumi.Secret;
import dev.podnet.pulumi.oci.RestTable.RestType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Translates between Pulumi's properties and REST's fields, by the schema and the table. */
final class Wire {
  private static final Set<String> PORTS = Set.of("tcpOptions", "udpOptions");

  /** Fields that say which form an object has: they never change, and each body needs them. */
  private static final Set<String> FORMS = Set.of("cniType", "instanceType", "sourceType", "type");

  private final Schema schema;
  private final RestTable table;

  Wire(Schema schema, RestTable table) {
    this.schema = schema;
    this.table = table;
  }

  /** The body of a creation. */
  Map<String, @Nullable Object> creation(
      RestType rest, Properties properties, Map<String, @Nullable Object> inputs) {
    Map<String, @Nullable Object> filled = new LinkedHashMap<>(rest.defaults());
    filled.putAll(inputs);
    return fields(rest, properties, filled, property -> sent(rest, property), property -> true);
  }

  /** The body of an update: what REST lets change, at every level. */
  Map<String, @Nullable Object> update(
      RestType rest, Properties properties, Map<String, @Nullable Object> inputs) {
    // The compartment changes by an action of its own.
    return fields(
        rest,
        properties,
        inputs,
        property ->
            sent(rest, property)
                && !property.replaces()
                && !property.name().equals("compartmentId"),
        property -> !property.replaces() || FORMS.contains(property.name()));
  }

  /** The outputs of a REST object; what REST does not tell keeps the value in {@code known}. */
  Map<String, @Nullable Object> outputs(
      @Nullable RestType rest,
      Properties properties,
      Map<String, @Nullable Object> object,
      Map<String, @Nullable Object> known) {
    Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
    for (Property property : properties) {
      Object field = object.get(name(rest, property.name()));
      Object value =
          field == null
              ? known.get(property.name())
              : inward(rest, property.name(), property.type(), field);
      if (value == null) {
        value = empty(property);
      }
      if (value != null) {
        outputs.put(property.name(), property.secret() ? new Secret(value) : value);
      }
    }
    return outputs;
  }

  /** The REST name of a property. */
  String name(@Nullable RestType rest, String property) {
    String own = rest == null ? null : rest.names().get(property);
    return own != null ? own : table.names().getOrDefault(property, property);
  }

  private static boolean sent(RestType rest, Property property) {
    return !rest.local().contains(property.name())
        && !property.name().equals(rest.adopts())
        && !rest.path().contains("{" + property.name() + "}");
  }

  /** Lists and maps that the API leaves out are empty, as with the published provider. */
  private static @Nullable Object empty(Property property) {
    if (!property.required()) {
      return null;
    }
    return switch (property.type()) {
      case Type.ListOf list -> List.of();
      case Type.MapOf map -> Map.of();
      case Type.Scalar scalar -> null;
      case Type.ObjectRef object -> null;
    };
  }

  private Map<String, @Nullable Object> fields(
      RestType rest,
      Properties properties,
      Map<String, @Nullable Object> inputs,
      Predicate<Property> wanted,
      Predicate<Property> wantedBelow) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (Property property : properties) {
      Object value = inputs.get(property.name());
      if (value != null && wanted.test(property)) {
        fields.put(
            name(rest, property.name()),
            outward(rest, property.name(), property.type(), value, wantedBelow));
      }
    }
    return fields;
  }

  private Object outward(
      RestType rest, String name, Type type, Object value, Predicate<Property> wanted) {
    if (table.dotted().containsKey(name) && value instanceof Map<?, ?> tags) {
      return Dotted.nest(tags, table.dotted().get(name));
    }
    return switch (type) {
      case Type.ObjectRef reference when value instanceof Map<?, ?> map -> {
        Map<String, @Nullable Object> object =
            fields(rest, schema.object(reference).inputs(), strings(map), wanted, wanted);
        yield rest.flatPorts() && PORTS.contains(name) ? Ports.nest(object) : object;
      }
      case Type.ListOf list when value instanceof List<?> items -> {
        List<@Nullable Object> converted = new ArrayList<>();
        for (Object item : items) {
          converted.add(item == null ? null : outward(rest, name, list.element(), item, wanted));
        }
        yield converted;
      }
      default ->
          table.numbers().contains(name) && value instanceof String text ? number(text) : value;
    };
  }

  private static Object number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private @Nullable Object inward(@Nullable RestType rest, String name, Type type, Object value) {
    Integer depth = table.dotted().get(name);
    if (depth != null && value instanceof Map<?, ?> nested) {
      return Dotted.flatten(nested, depth);
    }
    return switch (type) {
      case Type.Scalar scalar -> scalar(scalar, value);
      case Type.ListOf list -> {
        List<@Nullable Object> items = new ArrayList<>();
        for (Object item : value instanceof List<?> many ? many : List.of(value)) {
          items.add(item == null ? null : inward(rest, name, list.element(), item));
        }
        yield items;
      }
      case Type.MapOf map -> {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> fields) {
          strings(fields)
              .forEach((key, item) ->
                  entries.put(key, item == null ? null : inward(rest, "", map.value(), item)));
        }
        yield entries;
      }
      case Type.ObjectRef reference -> {
        Object one = value instanceof List<?> list && !list.isEmpty() ? list.getFirst() : value;
        if (!(one instanceof Map<?, ?> fields)) {
          yield null;
        }
        Map<String, @Nullable Object> object = strings(fields);
        if (rest != null && rest.flatPorts() && PORTS.contains(name)) {
          object = Ports.flatten(object);
        }
        yield outputs(rest, schema.object(reference).outputs(), object, Map.of());
      }
    };
  }

  private static Object scalar(Type.Scalar type, Object value) {
    return switch (type) {
      case STRING ->
          value instanceof Map || value instanceof List ? Json.write(value) : String.valueOf(value);
      case INTEGER, NUMBER, BOOLEAN, ANY -> value;
    };
  }

  @SuppressWarnings("unchecked")
  static Map<String, @Nullable Object> strings(Map<?, ?> map) {
    return (Map<String, @Nullable Object>) map;
  }
}
