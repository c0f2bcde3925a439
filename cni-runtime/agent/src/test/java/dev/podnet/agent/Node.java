package dev.podnet.agent;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.podnet.cni.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A node: the real agent in the node's namespace, called through the real plugin. */
final class Node {
  private static final Path AGENT = Path.of("target/podnet-agent.jar");
  private static final long START_SECONDS = 60;

  final String namespace;
  final Path folder;
  private @Nullable Process agent;

  Node(String namespace, Path folder) throws IOException {
    this.namespace = namespace;
    this.folder = Files.createDirectories(folder);
    Files.createDirectories(folder.resolve("state/del"));
  }

  void source(String nativePodNetwork) throws IOException {
    Path next = folder.resolve("npn.json.new");
    Files.writeString(next, nativePodNetwork);
    Files.move(
        next,
        folder.resolve("npn.json"),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }

  /** Starts an agent and returns when it serves. */
  void start(String... jvmArguments) throws IOException, InterruptedException {
    launch(jvmArguments);
    await(() -> log().contains("serving on"), "an agent that serves");
  }

  /** Starts an agent that may die at once. */
  Process launch(String... jvmArguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of(jvmArguments));
    command.addAll(List.of("-jar", AGENT.toString(), "--socket", folder + "/agent.sock"));
    command.addAll(List.of("--state", folder + "/state", "--source", folder + "/npn.json"));
    command.addAll(List.of("--wishes", "annotation", "--cooldown", "PT0.2S"));
    Files.deleteIfExists(log0());
    agent =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log0().toFile())
            .start();
    return agent;
  }

  private Path log0() {
    return folder.resolve("agent.log");
  }

  String log() {
    try {
      return Files.exists(log0()) ? Files.readString(log0()) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As SIGKILL does. */
  void kill() throws InterruptedException {
    if (agent != null) {
      agent.destroyForcibly().waitFor();
    }
  }

  long pid() {
    return Objects.requireNonNull(agent).pid();
  }

  /** Creates a pod's namespace. */
  String pod(String name) {
    String pod = namespace + "-" + name;
    Shell.run("ip netns add " + pod);
    return pod;
  }

  /** What the plugin printed and returned. */
  record Answer(int code, String text) {
    Map<String, Object> json() {
      try {
        return JSON.std.mapFrom(text);
      } catch (IOException e) {
        throw new AssertionError(text, e);
      }
    }

    /** The addresses of a result, without their lengths. */
    List<String> ips() {
      return Json.list(json(), "ips").stream()
          .map(ip -> String.valueOf(Json.object(ip).get("address")))
          .map(ip -> ip.replaceFirst("/.*", ""))
          .toList();
    }
  }

  Answer add(String pod, String resource) {
    return call("ADD", pod, conf("1.0.0", resource, ""));
  }

  Answer del(String pod) {
    return call("DEL", pod, conf("1.0.0", "", ""));
  }

  static String conf(String version, String resource, String more) {
    String annotations =
        resource.isEmpty() ? "" : "\"" + Wishes.ANNOTATION + "\":\"" + resource + "\"";
    return "{\"cniVersion\":\""
        + version
        + "\",\"name\":\"oci\",\"type\":\"podnet-cni\","
        + "\"runtimeConfig\":{\"io.kubernetes.cri.pod-annotations\":{"
        + annotations
        + "}}"
        + more
        + "}";
  }

  /** Calls the plugin as a runtime does; the container id is the pod's name. */
  Answer call(String command, String pod, String conf) {
    Map<String, String> environment = new HashMap<>();
    environment.put("CNI_CONTAINERID", pod);
    environment.put("CNI_IFNAME", "eth0");
    environment.put("CNI_NETNS", "/run/netns/" + pod);
    environment.put("CNI_PATH", "/opt/cni/bin");
    return call(command, environment, conf);
  }

  Answer call(String command, Map<String, String> environment, String conf) {
    try {
      ProcessBuilder builder = new ProcessBuilder(Plugin.FILE.toString());
      builder.environment().clear();
      builder.environment().put("CNI_COMMAND", command);
      builder.environment().put("PODNET_CNI_SOCKET", folder + "/agent.sock");
      builder.environment().put("PODNET_CNI_SPOOL", folder + "/state/del");
      builder.environment().putAll(environment);
      Process process = builder.start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(conf.getBytes(StandardCharsets.UTF_8));
      }
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(process.waitFor(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The plugin for this processor, as a file. */
  static final class Plugin {
    static final Path FILE = unpack();

    private Plugin() {}

    private static Path unpack() {
      String processor = System.getProperty("os.arch", "").replace("aarch64", "arm64");
      try (InputStream in =
          Plugin.class.getResourceAsStream("/dev/podnet/plugin/" + processor + "/podnet-cni")) {
        Path file = Path.of("target/podnet-cni").toAbsolutePath();
        Files.write(file, Objects.requireNonNull(in, "module plugin").readAllBytes());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Something that becomes true. */
  interface Condition {
    boolean holds();
  }

  /** Polls until it holds. */
  void await(Condition condition, String what) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!condition.holds()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited in vain for " + what + "\n" + log());
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }
}
