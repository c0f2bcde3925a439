package dev.podnet.cluster.process;

import java.util.List;

/**
 * How a command ended.
 *
 * @param output standard output
 * @param error standard error
 */
public record Outcome(List<String> command, int exit, String output, String error) {
  public Outcome {
    command = List.copyOf(command);
  }

  public boolean ok() {
    return exit == 0;
  }

  /** The standard output, without the line break at its end; a failed command is an exception. */
  public String orThrow() {
    if (!ok()) {
      throw new ClusterException(
          "\"%s\" ended with %d: %s"
              .formatted(String.join(" ", command), exit, (error + output).strip()));
    }
    return output.stripTrailing();
  }
}
