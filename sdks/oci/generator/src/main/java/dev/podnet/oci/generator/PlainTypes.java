package dev.podnet.oci.generator;

import dev.podnet.oci.schema.Properties;
import dev.podnet.oci.schema.Property;
import dev.podnet.oci.schema.Schema;
import dev.podnet.oci.schema.Type;
import java.util.HashSet;
import java.util.Set;

/** Object types inside arguments of functions: these also come without {@code Output}. */
final class PlainTypes {

  private final Schema schema;
  private final Set<String> names = new HashSet<>();

  PlainTypes(Schema schema) {
    this.schema = schema;
    schema.functions().values().forEach(function -> reach(function.inputs()));
  }

  boolean contains(String name) {
    return names.contains(name);
  }

  private void reach(Properties properties) {
    for (Property property : properties) {
      reach(property.type());
    }
  }

  private void reach(Type type) {
    switch (type) {
      case Type.ObjectRef reference -> {
        if (names.add(reference.name())) {
          reach(schema.object(reference).inputs());
        }
      }
      case Type.ListOf list -> reach(list.element());
      case Type.MapOf map -> reach(map.value());
      case Type.Scalar ignored -> {}
    }
  }
}
