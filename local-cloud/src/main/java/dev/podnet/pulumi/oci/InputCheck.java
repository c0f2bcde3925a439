package dev.podnet.pulumi.oci;

import dev.podnet.oci.schema.Properties;
import dev.podnet.oci.schema.Property;
import dev.podnet.oci.schema.Schema;
import dev.podnet.oci.schema.Type;
import dev.podnet.pulumi.Change;
import dev.podnet.pulumi.Unknown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pulumirpc.Provider.CheckFailure;

/** Compares inputs with the schema: unknown, missing and wrongly typed ones, all at once. */
final class InputCheck {
  private final Schema schema;
  private final List<CheckFailure> failures = new ArrayList<>();

  private InputCheck(Schema schema) {
    this.schema = schema;
  }

  /** What is wrong with these inputs; nothing when the list is empty. */
  static List<CheckFailure> of(
      Schema schema, Properties properties, Map<String, @Nullable Object> inputs) {
    var check = new InputCheck(schema);
    check.object("", properties, inputs);
    return List.copyOf(check.failures);
  }

  private void object(String path, Properties properties, Map<?, ?> object) {
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      String name = String.valueOf(entry.getKey());
      Object value = entry.getValue();
      Optional<Property> property = properties.find(name);
      if (property.isEmpty()) {
        failed(Change.member(path, name), "is not a property here" + nearest(properties, name));
      } else if (value != null) {
        value(Change.member(path, name), property.get().type(), value);
      }
    }
    for (String name : properties.required()) {
      if (object.get(name) == null) {
        failed(Change.member(path, name), "is missing: the API requires it");
      }
    }
  }

  private void value(String path, Type type, Object value) {
    if (value == Unknown.VALUE) {
      return;
    }
    switch (type) {
      case Type.ObjectRef reference -> {
        if (value instanceof Map<?, ?> object) {
          object(path, schema.object(reference).inputs(), object);
        } else {
          wrong(path, "an object", value);
        }
      }
      case Type.ListOf list -> {
        if (value instanceof List<?> items) {
          for (int i = 0; i < items.size(); i++) {
            Object item = items.get(i);
            if (item == null) {
              failed(Change.item(path, i), "is null: a list holds values only");
            } else {
              value(Change.item(path, i), list.element(), item);
            }
          }
        } else {
          wrong(path, "a list", value);
        }
      }
      case Type.MapOf map -> {
        if (value instanceof Map<?, ?> entries) {
          entries.forEach((key, item) -> {
            if (item != null) {
              value(Change.member(path, String.valueOf(key)), map.value(), item);
            }
          });
        } else {
          wrong(path, "a map", value);
        }
      }
      case Type.Scalar scalar -> scalar(path, scalar, value);
    }
  }

  private void scalar(String path, Type.Scalar type, Object value) {
    boolean fits =
        switch (type) {
          case STRING -> value instanceof String;
          case INTEGER -> value instanceof Long;
          case NUMBER -> value instanceof Number;
          case BOOLEAN -> value instanceof Boolean;
          case ANY -> true;
        };
    if (!fits) {
      wrong(
          path,
          switch (type) {
            case STRING -> "text";
            case INTEGER -> "a whole number";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case ANY -> "a value";
          },
          value);
    }
  }

  private void wrong(String path, String wanted, Object value) {
    String given =
        switch (value) {
          case String text -> "the text \"" + text + "\"";
          case Number number -> "the number " + number;
          case Boolean flag -> flag.toString();
          case List<?> list -> "a list";
          default -> "an object";
        };
    failed(path, "must be " + wanted + ", not " + given);
  }

  private void failed(String path, String reason) {
    failures.add(
        CheckFailure.newBuilder().setProperty(path).setReason(path + " " + reason).build());
  }

  private static String nearest(Properties properties, String name) {
    return properties.all().stream()
        .map(Property::name)
        .min(Comparator.comparingInt(other -> distance(lower(other), lower(name))))
        .filter(other -> distance(lower(other), lower(name)) <= 1 + name.length() / 4)
        .map(other -> "; did you mean " + other + "?")
        .orElse("");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Levenshtein's distance: insertions, deletions and replacements of one letter. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
