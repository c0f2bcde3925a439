package dev.podnet.oci.schema;

/** The type of a property. Its text form is the one in {@code schema.json}. */
public sealed interface Type {

  /** A value without parts. {@link #ANY} takes every value, structured ones included. */
  enum Scalar implements Type {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    ANY
  }

  /** A list; sets of the provider are lists too. */
  record ListOf(Type element) implements Type {}

  /** A map with string keys. */
  record MapOf(Type value) implements Type {}

  /** An object type by its name, e.g. {@code ContainerEngine/NodePoolNodeConfigDetails}. */
  record ObjectRef(String name) implements Type {}

  /** Reads {@code string}, {@code list<…>}, {@code map<…>} or the name of an object type. */
  static Type parse(String text) {
    if (text.startsWith("list<")) {
      return new ListOf(parse(inner(text, "list<")));
    }
    if (text.startsWith("map<")) {
      return new MapOf(parse(inner(text, "map<")));
    }
    return switch (text) {
      case "string" -> Scalar.STRING;
      case "integer" -> Scalar.INTEGER;
      case "number" -> Scalar.NUMBER;
      case "boolean" -> Scalar.BOOLEAN;
      case "any" -> Scalar.ANY;
      default -> objectRef(text);
    };
  }

  private static String inner(String text, String opening) {
    if (!text.endsWith(">")) {
      throw new IllegalArgumentException("Type without closing bracket: " + text);
    }
    return text.substring(opening.length(), text.length() - 1);
  }

  private static ObjectRef objectRef(String text) {
    if (text.indexOf('/') < 0) {
      throw new IllegalArgumentException("Neither a type nor the name of an object type: " + text);
    }
    return new ObjectRef(text);
  }
}
