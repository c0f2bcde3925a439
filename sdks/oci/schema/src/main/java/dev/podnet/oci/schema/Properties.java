package dev.podnet.oci.schema;

import static java.util.stream.Collectors.toCollection;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The properties of one side (inputs or outputs), in the order of the schema. */
public final class Properties implements Iterable<Property> {

  /** No property at all. */
  public static final Properties NONE = new Properties(Map.of());

  private final Map<String, Property> byName;

  private Properties(Map<String, Property> byName) {
    this.byName = byName;
  }

  /** The properties given; a name may come once. */
  public static Properties of(Collection<Property> properties) {
    Map<String, Property> byName = new LinkedHashMap<>();
    for (Property property : properties) {
      if (byName.put(property.name(), property) != null) {
        throw new IllegalArgumentException("Property given twice: " + property.name());
      }
    }
    return new Properties(Collections.unmodifiableMap(byName));
  }

  /** The property with this name. */
  public Optional<Property> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All properties. */
  public Collection<Property> all() {
    return byName.values();
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return byName.isEmpty();
  }

  /** Names of those that must be given. */
  public SortedSet<String> required() {
    return byName.values().stream()
        .filter(Property::required)
        .map(Property::name)
        .collect(toCollection(TreeSet::new));
  }

  @Override
  public Iterator<Property> iterator() {
    return byName.values().iterator();
  }

  @Override
  public String toString() {
    return byName.values().toString();
  }
}
