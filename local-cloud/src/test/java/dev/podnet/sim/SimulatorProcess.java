package dev.podnet.sim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A simulator in a JVM of its own, so that a test can kill it. */
final class SimulatorProcess implements AutoCloseable {
  private static final String READY = "port ";

  private final Process process;
  private final int port;

  private SimulatorProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Arguments: port, state directory, delay scale. */
  public static void main(String[] args) throws InterruptedException {
    try {
      var options =
          SimulatorOptions.local(Integer.parseInt(args[0]), Path.of(args[1]), new FakeKubernetes())
              .withDelayScale(Double.parseDouble(args[2]));
      var simulator = Simulator.start(options);
      System.out.println(READY + simulator.port());
      Thread.currentThread().join();
    } catch (Simulator.CannotStart e) {
      System.out.println(e.getMessage());
      System.exit(1);
    }
  }

  static SimulatorProcess start(Path directory, double delayScale) {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            SimulatorProcess.class.getName(),
            "0",
            directory.toString(),
            String.valueOf(delayScale));
    try {
      var process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String line = firstLine(process);
      if (!line.startsWith(READY)) {
        process.destroyForcibly();
        throw new IllegalStateException(line);
      }
      return new SimulatorProcess(process, Integer.parseInt(line.substring(READY.length())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Client client() {
    return new Client(port);
  }

  /** SIGKILL: nothing of the process runs after this. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  // The reader stays open with the process: closing it would close the process's output.
  private static String firstLine(Process process) throws IOException {
    BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
    String line = reader.readLine();
    return line == null ? "The simulator ended before it said anything." : line;
  }
}
