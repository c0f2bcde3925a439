package dev.podnet.podnetctl;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** This machine. */
record LocalMachine(Path root, Map<String, String> environment) implements Machine {
  private static final Duration PROGRAM = Duration.ofSeconds(20);
  private static final Duration CONNECTION = Duration.ofSeconds(1);

  @Override
  public Optional<String> output(String... command) {
    try {
      // A file, not a pipe: a program that writes much and hangs would block on a pipe nobody
      // reads.
      Path text = Files.createTempFile("podnetctl", ".out");
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(text.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(PROGRAM.toMillis(), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly();
          return Optional.empty();
        }
        return process.exitValue() == 0
            ? Optional.of(Files.readString(text, StandardCharsets.UTF_8).strip())
            : Optional.empty();
      } finally {
        Files.delete(text);
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public boolean isAlive(long pid) {
    return ProcessHandle.of(pid).isPresent();
  }

  @Override
  public boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
          (int) CONNECTION.toMillis());
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
