package dev.podnet.examples.local;

import static org.assertj.core.api.Assertions.assertThat;

/** How a command ended and all that it printed, both streams in order. */
record Outcome(String command, int exit, String output) {

  Outcome succeeded() {
    assertThat(exit).as("%s%n%s", command, output).isZero();
    return this;
  }

  Outcome failed() {
    assertThat(exit).as("%s%n%s", command, output).isNotZero();
    return this;
  }

  /** Neither Java's nor Go's trace, nor a class path. */
  Outcome withoutTrace() {
    assertThat(output)
        .doesNotContainPattern("\\n\\s+at [a-z]+\\.")
        .doesNotContain("goroutine ", "Exception in thread", ".jar:");
    return this;
  }
}
