package dev.podnet.pulumi.oci;

import dev.podnet.oci.schema.Properties;
import dev.podnet.oci.schema.Property;
import dev.podnet.oci.schema.Schema;
import dev.podnet.oci.schema.Type;
import dev.podnet.pulumi.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Inputs as the cloud has them now: for a refresh, the inputs that the program gave with the values
 * they have today; for an import, all that the cloud tells.
 */
final class LiveInputs {
  private final Schema schema;
  private final RestTable table;

  LiveInputs(Schema schema, RestTable table) {
    this.schema = schema;
    this.table = table;
  }

  /** For a refresh. */
  Map<String, @Nullable Object> refreshed(
      Properties properties,
      Map<String, @Nullable Object> inputs,
      Map<String, @Nullable Object> live) {
    return object(properties, inputs, live);
  }

  /** For an import. */
  Map<String, @Nullable Object> imported(
      Properties properties, Map<String, @Nullable Object> live) {
    Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
    for (Property property : properties) {
      Object value =
          live.get(property.name()) instanceof Secret secret
              ? secret.value()
              : live.get(property.name());
      Object input = value == null ? null : project(property.type(), value);
      if (input != null && !isEmpty(input)) {
        inputs.put(property.name(), input);
      }
    }
    return inputs;
  }

  private static boolean isEmpty(Object value) {
    return (value instanceof List<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }

  /** The part of a live value that can be an input. */
  private Object project(Type type, Object value) {
    return switch (type) {
      case Type.ObjectRef reference when value instanceof Map<?, ?> map ->
          imported(schema.object(reference).inputs(), Wire.strings(map));
      case Type.ListOf list when value instanceof List<?> items ->
          items.stream().map(item -> project(list.element(), item)).toList();
      default -> value;
    };
  }

  private Map<String, @Nullable Object> object(
      Properties properties,
      Map<String, @Nullable Object> inputs,
      Map<String, @Nullable Object> live) {
    Map<String, @Nullable Object> now = new LinkedHashMap<>();
    inputs.forEach((name, old) -> {
      Object value = live.get(name) instanceof Secret secret ? secret.value() : live.get(name);
      Property property = properties.find(name).orElse(null);
      now.put(
          name,
          property == null || old == null || value == null
              ? old
              : value(property, property.type(), old, value));
    });
    return now;
  }

  private @Nullable Object value(Property property, Type type, Object old, Object live) {
    if (agrees(property, type, old, live)) {
      return old;
    }
    return switch (type) {
      case Type.ObjectRef reference
          when old instanceof Map<?, ?> was && live instanceof Map<?, ?> is ->
          object(schema.object(reference).inputs(), Wire.strings(was), Wire.strings(is));
      case Type.MapOf map when old instanceof Map<?, ?> was && live instanceof Map<?, ?> is -> {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>(Wire.strings(is));
        kept.keySet().retainAll(was.keySet());
        yield kept;
      }
      case Type.ListOf list
          when old instanceof List<?> was
              && live instanceof List<?> is
              && was.size() == is.size() -> {
        List<@Nullable Object> items = new ArrayList<>();
        for (int i = 0; i < is.size(); i++) {
          items.add(value(property, list.element(), was.get(i), is.get(i)));
        }
        yield items;
      }
      default -> project(type, live);
    };
  }

  /** Whether the difference between the two is nothing that an input said. */
  private boolean agrees(Property property, Type type, Object old, Object live) {
    Properties one =
        Properties.of(List.of(new Property(property.name(), type, false, false, false, false)));
    return InputDiff.of(
            schema,
            table,
            List.of(),
            one,
            Map.of(property.name(), live),
            Map.of(),
            Map.of(property.name(), old))
        .isEmpty();
  }
}
