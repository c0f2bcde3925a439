package dev.podnet.cluster.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Commands that are run to their end. */
public final class Commands {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private Commands() {}

  public static Outcome run(String... command) {
    return run(List.of(command), "");
  }

  /** Runs a command with something on its standard input. */
  public static Outcome run(List<String> command, String input) {
    try {
      Process process = new ProcessBuilder(command).start();
      CompletableFuture<String> output = reading(process.getInputStream());
      CompletableFuture<String> error = reading(process.getErrorStream());
      try (OutputStream to = process.getOutputStream()) {
        to.write(input.getBytes(UTF_8));
      } catch (IOException e) {
        // It ended without reading: its exit code and its words tell why.
      }
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new ClusterException(
            "\"%s\" has not ended in %d minutes."
                .formatted(String.join(" ", command), LONGEST.toMinutes()));
      }
      return new Outcome(command, process.exitValue(), output.join(), error.join());
    } catch (IOException e) {
      throw new ClusterException(
          "\"%s\" could not be started: %s.".formatted(String.join(" ", command), e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("Interrupted while \"" + command.get(0) + "\" ran.", e);
    }
  }

  /** Fails with one sentence when a program is not on the PATH. */
  public static void require(String program, String debianPackage) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return;
      }
    }
    throw new ClusterException(
        "The program %s is missing; on Debian: apt-get install %s."
            .formatted(program, debianPackage));
  }

  /** A command inside a network namespace, or as it is. */
  public static List<String> inNamespace(String namespace, List<String> command) {
    if (namespace.isEmpty()) {
      return command;
    }
    List<String> entered = new ArrayList<>();
    // Not "ip netns exec": it mounts /sys anew, without the control groups.
    entered.add("nsenter");
    entered.add("--net=/run/netns/" + namespace);
    entered.addAll(command);
    return entered;
  }

  private static CompletableFuture<String> reading(InputStream stream) {
    var text = new CompletableFuture<String>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            text.complete(new String(stream.readAllBytes(), UTF_8));
          } catch (IOException e) {
            text.completeExceptionally(new UncheckedIOException(e));
          }
        });
    return text;
  }
}
