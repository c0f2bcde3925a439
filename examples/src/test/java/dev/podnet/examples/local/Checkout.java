package dev.podnet.examples.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The checkout that the tests run in, and its commands. */
final class Checkout {
  private static final long MINUTES = 20;

  private Checkout() {}

  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return here.endsWith("examples") ? here.resolve("..").normalize() : here;
  }

  /** Runs a command of the checkout to its end. */
  static Outcome run(Map<String, String> environment, String program, List<String> arguments)
      throws IOException, InterruptedException {
    Process process = start(environment, program, arguments);
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(program + " " + arguments + " does not end:\n" + output);
    }
    return new Outcome(program + " " + String.join(" ", arguments), process.exitValue(), output);
  }

  static Process start(Map<String, String> environment, String program, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program.contains("/") ? root().resolve(program).toString() : program);
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(root().toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }
}
