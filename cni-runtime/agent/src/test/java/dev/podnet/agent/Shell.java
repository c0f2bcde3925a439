package dev.podnet.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Commands of the host. */
final class Shell {
  private Shell() {}

  /** What a command did. */
  record Done(int code, String text) {}

  /** A script of bash that must succeed. */
  static String run(String script) {
    Done done = attempt(script);
    if (done.code() != 0) {
      throw new AssertionError(
          "Network namespaces need root, iproute2, iputils-ping and nftables. Exit code "
              + done.code()
              + " of:\n"
              + script
              + "\n"
              + done.text());
    }
    return done.text();
  }

  /** A script of bash that may fail. */
  static Done attempt(String script) {
    try {
      Process process =
          new ProcessBuilder(List.of("bash", "-e", "-s")).redirectErrorStream(true).start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(script.getBytes(StandardCharsets.UTF_8));
      }
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Done(process.waitFor(), text);
    } catch (IOException e) {
      throw new AssertionError("bash cannot be started", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
