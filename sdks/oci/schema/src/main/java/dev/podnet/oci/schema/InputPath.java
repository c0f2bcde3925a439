package dev.podnet.oci.schema;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows a property path through object types, skipping indexes and map keys. */
record InputPath(Schema schema) {

  /** A property name, or a list index or quoted map key in brackets. */
  private static final Pattern STEP = Pattern.compile("\\.?([^.\\[\\]]+)|\\[(\\d+|\"[^\"]*\")]");

  Optional<Property> resolve(Properties start, String path) {
    Matcher step = STEP.matcher(path);
    Properties inside = start;
    Optional<Property> found = Optional.empty();
    while (step.lookingAt()) {
      String name = step.group(1);
      if (name != null) {
        Optional<Property> next = inside.find(name);
        if (next.isEmpty()) {
          // Below a map there are keys, not properties: the map is as far as the path leads.
          return found.filter(each -> each.type() instanceof Type.MapOf);
        }
        found = next;
        inside = inputsBelow(next.get().type());
      }
      step.region(step.end(), path.length());
    }
    return step.regionStart() == path.length() ? found : Optional.empty();
  }

  private Properties inputsBelow(Type type) {
    return switch (type) {
      case Type.ObjectRef reference -> schema.object(reference).inputs();
      case Type.ListOf list -> inputsBelow(list.element());
      case Type.MapOf map -> inputsBelow(map.value());
      case Type.Scalar ignored -> Properties.NONE;
    };
  }
}
