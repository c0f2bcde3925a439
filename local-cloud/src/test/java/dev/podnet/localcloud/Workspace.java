package dev.podnet.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podnet.localcloud.program.TestProgram;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Pulumi project and a local cloud of its own, in a folder that is thrown away. */
final class Workspace implements AutoCloseable {
  /** Of an empty passphrase: without one in the file the engine would write one. */
  private static final String SALT =
      "v1:6n1qxwCw5jo=:v1:K2jMFA9HCM2erd/H:VF/e9d53fHny4paFi/i4QQNj44IIpw==";

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Path SCRIPTS = Path.of("").toAbsolutePath();

  private final Path project;
  private final Path state;
  private int count;

  Workspace(Path folder) throws IOException {
    this.project = Files.createDirectories(folder.resolve("project"));
    this.state = folder.resolve("state");
    Files.writeString(
        project.resolve("Pulumi.yaml"),
        """
        name: podnet-test
        runtime:
          name: java
          options:
            binary: program.jar
        stackConfigDir: stacks
        """);
    Files.createDirectories(project.resolve("stacks"));
    settings(Map.of());
    jar(project.resolve("program.jar"));
  }

  /**
   * How a command ended.
   *
   * @param code its exit code
   * @param output all it printed
   */
  record Outcome(int code, String output) {
    Outcome succeeds() {
      assertThat(code).as(output).isZero();
      return this;
    }

    Outcome fails() {
      assertThat(code).as(output).isNotZero();
      return this;
    }
  }

  /** Writes the stack file. */
  void settings(Map<String, String> settings) throws IOException {
    String compartment =
        "ocid1.compartment.oc1..aaaaaaaapodnetlocal"
            + "a".repeat(60 - "aaaaaaaapodnetlocal".length());
    String lines =
        new TreeMap<>(settings)
            .entrySet().stream()
                .map(each -> "  podnet-test:" + each.getKey() + ": " + each.getValue() + "\n")
                .collect(Collectors.joining());
    Files.writeString(
        project.resolve("stacks/Pulumi.local.yaml"),
        "encryptionsalt: "
            + SALT
            + "\nconfig:\n  podnet-test:compartment: "
            + compartment
            + "\n"
            + lines);
  }

  /** Every file of the project with its text. */
  Map<String, String> files() throws IOException {
    try (Stream<Path> files = Files.walk(project)) {
      return files
          .filter(Files::isRegularFile)
          .collect(
              Collectors.toMap(
                  file -> project.relativize(file).toString(),
                  Workspace::text,
                  (a, b) -> a,
                  TreeMap::new));
    }
  }

  Path project() {
    return project;
  }

  Outcome pulumi(String... arguments) {
    return join(start("pulumilocal", arguments));
  }

  Outcome cloud(String... command) {
    return join(start("cloud", command));
  }

  /**
   * A command under way.
   *
   * @param process to wait for
   * @param output where it prints
   */
  record Running(Process process, Path output) {}

  Running start(String script, String... arguments) {
    List<String> command = new ArrayList<>(List.of("bash", SCRIPTS.resolve(script).toString()));
    command.addAll(List.of(arguments));
    Path output = state.resolveSibling("output-" + count++);
    var builder =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("PODNET_STATE", state.toString());
    environment.put("PODNET_SKIP_BUILD", "true");
    environment.put("PODNET_DELAY_SCALE", "0");
    environment.put("NO_COLOR", "true");
    // The program of this test is compiled for the JDK of the tests.
    String java = Objects.requireNonNull(System.getProperty("java.home"));
    environment.merge("PATH", java + "/bin", (path, own) -> own + ":" + path);
    try {
      return new Running(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Outcome join(Running running) {
    try {
      if (!running.process().waitFor(PATIENCE.toMinutes(), TimeUnit.MINUTES)) {
        running.process().destroyForcibly();
        throw new AssertionError("No end in " + PATIENCE + ":\n" + text(running.output()));
      }
      return new Outcome(running.process().exitValue(), text(running.output()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** What the simulator lists. */
  JsonNode resources() throws IOException {
    URI list = URI.create("http://127.0.0.1:" + ready("api") + "/podnet/resources");
    try (InputStream in = list.toURL().openStream()) {
      return new ObjectMapper().readTree(in);
    }
  }

  /** A number in ready.json. */
  long ready(String field) throws IOException {
    return new ObjectMapper().readTree(state.resolve("ready.json").toFile()).path(field).asLong();
  }

  /** The process ids in the locks of the stack. */
  List<Long> lockHolders() {
    Path locks = state.resolve("pulumi/.pulumi/locks/organization/podnet-test/local");
    if (!Files.isDirectory(locks)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(locks)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(file -> holder(file))
          .filter(pid -> pid > 0)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long holder(Path lock) {
    try {
      return new ObjectMapper().readTree(lock.toFile()).path("pid").asLong();
    } catch (IOException notWrittenYet) {
      return 0;
    }
  }

  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      LockSupport.parkNanos(10_000_000);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A jar with nothing but a manifest that names the class path of this test. */
  private static void jar(Path file) throws IOException {
    String classPath =
        Stream.of(Objects.requireNonNull(System.getProperty("java.class.path")).split(":"))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" "));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, TestProgram.class.getName());
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    try (OutputStream out = Files.newOutputStream(file)) {
      new JarOutputStream(out, manifest).close();
    }
  }

  @Override
  public void close() {
    cloud("stop").succeeds();
  }
}
