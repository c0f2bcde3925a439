package dev.podnet.pulumi.host;

import dev.podnet.pulumi.Failure;
import io.grpc.Context;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A running program: its output goes to the engine line by line, and it ends when the call ends.
 */
final class ProgramProcess {
  private final Process process;

  private ProgramProcess(Process process) {
    this.process = process;
  }

  static ProgramProcess start(JavaCommand java, Program program, Path archives) {
    var builder =
        new ProcessBuilder(java.run(program.jar(), archives))
            .directory(program.directory().toFile());
    builder.environment().putAll(program.environment());
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return new ProgramProcess(process);
    } catch (IOException e) {
      throw new Failure(
          "The program "
              + program.jar()
              + " could not be started with "
              + java.executable()
              + ": "
              + e.getMessage(),
          e);
    }
  }

  /**
   * Waits for the end of the program and gives its exit code. When the engine goes away or cancels
   * the call, the program is ended.
   */
  int join(Consumer<String> output) {
    Context.CancellationListener end = context -> stop();
    Context.current().addListener(end, Runnable::run);
    try {
      List<Thread> readers =
          List.of(read(process.getInputStream(), output), read(process.getErrorStream(), output));
      int code = process.waitFor();
      for (Thread reader : readers) {
        reader.join();
      }
      return code;
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
      throw new Failure("The program was interrupted.", e);
    } finally {
      Context.current().removeListener(end);
    }
  }

  /** Asks the program to end; after five seconds ends it. */
  void stop() {
    process.destroy();
    Thread.ofVirtual()
        .start(() -> {
          try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
              process.destroyForcibly();
            }
          } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
          }
        });
  }

  private static Thread read(InputStream stream, Consumer<String> lines) {
    return Thread.ofVirtual()
        .name("program-output")
        .start(() -> {
          try (var reader =
              new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines);
          } catch (IOException | UncheckedIOException closed) {
            // The program is gone; its exit code says how.
          }
        });
  }
}
