package dev.podnet.pulumi;

/**
 * A value that a preview cannot know yet, such as the id of a resource that is still to be made.
 */
public enum Unknown {
  /** The only one: unknown values are not told apart. */
  VALUE;

  /** What stands for an unknown value on the wire. */
  static final String SENTINEL = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
}
