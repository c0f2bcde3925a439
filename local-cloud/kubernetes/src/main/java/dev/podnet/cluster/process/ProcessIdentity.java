package dev.podnet.cluster.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One process for ever: numbers are given again, a number with a start time is not.
 *
 * @param started in clock ticks since the machine's start, as in {@code /proc/<pid>/stat}
 */
public record ProcessIdentity(long pid, long started, String name) {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  /** Of the process that asks. */
  public static ProcessIdentity own() {
    long pid = ProcessHandle.current().pid();
    return new ProcessIdentity(pid, Long.parseLong(stat(pid).get(19)), "java");
  }

  static ProcessIdentity parse(String line) {
    String[] words = line.split(" ", 3);
    return new ProcessIdentity(Long.parseLong(words[0]), Long.parseLong(words[1]), words[2]);
  }

  /** Whether it runs; one that has ended and waits for its parent does not. */
  public boolean alive() {
    List<String> fields = stat(pid);
    return !fields.isEmpty()
        && Long.parseLong(fields.get(19)) == started
        && !fields.get(0).matches("[ZX]");
  }

  void kill() {
    if (alive()) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  void awaitEnd() {
    if (!Waiting.until(DEADLINE, () -> !alive())) {
      throw new ClusterException(
          "%s (process %d) was killed and is still there after %d s: the kernel holds it."
              .formatted(name, pid, DEADLINE.toSeconds()));
    }
  }

  /**
   * The fields after the name, from the third of proc(5) on; empty when there is no such process.
   */
  private static List<String> stat(long pid) {
    try {
      String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // The name, in parentheses, may contain anything.
      return List.of(line.substring(line.lastIndexOf(')') + 2).strip().split(" "));
    } catch (IOException e) {
      return List.of();
    }
  }
}
