package dev.podnet.sim.model;

import java.util.Set;

/** The type of a field. */
public sealed interface FieldType {
  /** A plain JSON type. */
  enum Plain implements FieldType {
    TEXT,
    TEXTS,
    FLAG,
    INT,
    NUMBER,
    TAGS,
    DEFINED_TAGS,
    MAP,
    ANY
  }

  /** One of a closed set of words. */
  record Choice(Set<String> words) implements FieldType {}

  /** The OCID of an existing resource. */
  record Reference(String kind, boolean many) implements FieldType {}

  /** An object, or a list of them, with fields of its own. */
  record Shape(String name, boolean many) implements FieldType {}
}
