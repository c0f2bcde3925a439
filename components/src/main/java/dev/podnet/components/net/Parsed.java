package dev.podnet.components.net;

/**
 * A value read from text, or why the text is none.
 *
 * @param <T> what was read
 */
public sealed interface Parsed<T> {

  /** The text is a value. */
  record Ok<T>(T value) implements Parsed<T> {}

  /** The text is none: {@code reason} completes "X is …", {@code fix} says what to write. */
  record Bad<T>(String reason, String fix) implements Parsed<T> {}
}
