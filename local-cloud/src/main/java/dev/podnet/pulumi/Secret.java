package dev.podnet.pulumi;

import org.jspecify.annotations.Nullable;

/**
 * An output that the engine must encrypt in its state and hide on the screen.
 *
 * @param value what to hide
 */
public record Secret(@Nullable Object value) {
  @Override
  public String toString() {
    return "[secret]";
  }
}
