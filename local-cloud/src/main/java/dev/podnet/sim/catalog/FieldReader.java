package dev.podnet.sim.catalog;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Field;
import dev.podnet.sim.model.FieldType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the short notation of fields that is explained at the head of {@code kinds-core.yaml}. */
final class FieldReader {
  private static final Map<String, FieldType.Plain> PLAIN =
      Map.of(
          "text", FieldType.Plain.TEXT,
          "texts", FieldType.Plain.TEXTS,
          "flag", FieldType.Plain.FLAG,
          "int", FieldType.Plain.INT,
          "number", FieldType.Plain.NUMBER,
          "tags", FieldType.Plain.TAGS,
          "definedTags", FieldType.Plain.DEFINED_TAGS,
          "map", FieldType.Plain.MAP,
          "any", FieldType.Plain.ANY);

  private FieldReader() {}

  /** The fields of a kind: "type when". */
  static Map<String, Field> input(Doc rows) {
    var fields = new LinkedHashMap<String, Field>();
    for (String name : rows.asMap().keySet()) {
      var parts = List.of(rows.need(name).split(" ", -1));
      String when = parts.getLast();
      fields.put(
          name,
          new Field(
              name,
              type(parts.getFirst()),
              when.contains("C"),
              when.toLowerCase(Locale.ROOT).contains("c"),
              when.contains("u")));
    }
    return fields;
  }

  /** The fields of a nested shape: "type", with "!" when mandatory. */
  static Map<String, Field> shape(Doc rows) {
    var fields = new LinkedHashMap<String, Field>();
    for (String name : rows.asMap().keySet()) {
      String text = rows.need(name);
      boolean required = text.endsWith("!");
      String type = required ? text.substring(0, text.length() - 1) : text;
      fields.put(name, new Field(name, type(type), required, true, true));
    }
    return fields;
  }

  private static FieldType type(String text) {
    boolean many = text.startsWith("[");
    String one = many ? text.substring(1, text.length() - 1) : text;
    var plain = PLAIN.get(one);
    if (plain != null) {
      return plain;
    }
    if (one.startsWith(":")) {
      return new FieldType.Shape(one.substring(1), many);
    }
    return one.contains("|") || one.equals(one.toUpperCase(Locale.ROOT))
        ? new FieldType.Choice(Set.of(one.split("\\|", -1)))
        : new FieldType.Reference(one, many);
  }
}
