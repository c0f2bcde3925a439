package dev.podnet.components.plan;

import java.util.Optional;

/** Whether something becomes part of the stack, or is there already and stays another's. */
public sealed interface Origin {
  /** Made, changed and deleted with the stack. */
  record Created() implements Origin {}

  /** Used as it is. */
  record Adopted(String id) implements Origin {}

  static Origin of(Optional<String> id) {
    return id.<Origin>map(Adopted::new).orElseGet(Created::new);
  }

  default boolean isCreated() {
    return this instanceof Created;
  }
}
