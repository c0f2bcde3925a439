package dev.podnet.oci.generator;

import dev.podnet.oci.schema.Properties;
import dev.podnet.oci.schema.Property;
import dev.podnet.oci.schema.ResourceType;
import java.util.TreeMap;

/** What a look-up of an existing resource may state: its inputs and outputs, none required. */
final class StateProperties {

  private StateProperties() {}

  static Properties of(ResourceType resource) {
    TreeMap<String, Property> all = new TreeMap<>();
    resource.outputs().forEach(each -> all.put(each.name(), optional(each)));
    resource.inputs().forEach(each -> all.put(each.name(), optional(each)));
    return Properties.of(all.values());
  }

  private static Property optional(Property from) {
    return new Property(
        from.name(), from.type(), false, from.replaces(), from.secret(), from.deprecated());
  }
}
