package dev.podnet.oci.generator;

import dev.podnet.oci.schema.ObjectType;
import dev.podnet.oci.schema.Properties;
import dev.podnet.oci.schema.Property;
import java.util.ArrayList;
import java.util.List;

/**
 * The outputs of an object type as Java has them. The facts come from the Node.js package, where
 * more outputs count as always there; Java takes an object type's requirements from its inputs.
 */
final class ObjectOutputs {

  private ObjectOutputs() {}

  static Properties of(ObjectType type) {
    if (type.inputs().isEmpty()) {
      return type.outputs();
    }
    List<Property> properties = new ArrayList<>();
    for (Property output : type.outputs()) {
      boolean required = type.inputs().find(output.name()).map(Property::required).orElse(false);
      properties.add(
          new Property(
              output.name(), output.type(), required, false, output.secret(), output.deprecated()));
    }
    return Properties.of(properties);
  }
}
