package dev.podnet.podnetctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podnet.podnetctl.Report.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The local cloud's state directory and its daemon. */
final class DaemonChecks {
  private static final List<String> PORTS = List.of("api", "oci", "kubernetes", "java");
  private static final String NEXT = "The next pulumilocal command starts it.";

  private final Machine machine;

  DaemonChecks(Machine machine) {
    this.machine = machine;
  }

  List<Line> lines() {
    String named = machine.environment().get("PODNET_STATE");
    Path state = named == null ? machine.root().resolve("local-cloud/.state") : Path.of(named);
    if (!Files.exists(state)) {
      return List.of(Line.ok("state", state + " is not there yet. " + NEXT));
    }
    if (!Files.isDirectory(state) || !Files.isWritable(state)) {
      return List.of(
          Line.fail(
              "state",
              state + " is not a folder that can be written to.",
              "Give it to this user, or name another in PODNET_STATE."));
    }
    List<Line> lines = new ArrayList<>();
    lines.add(Line.ok("state", state + " can be written to."));
    lines.addAll(daemon(state.resolve("ready.json")));
    return lines;
  }

  private List<Line> daemon(Path ready) {
    if (!Files.exists(ready)) {
      return List.of(Line.ok("daemon", "The local cloud is not running. " + NEXT));
    }
    try {
      JsonNode file = new ObjectMapper().readTree(ready.toFile());
      long pid = file.path("pid").asLong();
      return machine.isAlive(pid)
          ? ports(file, pid)
          : List.of(Line.warn("daemon", "Process " + pid + " of " + ready + " is gone.", NEXT));
    } catch (IOException e) {
      return List.of(Line.warn("daemon", ready + " cannot be read as JSON.", "Delete it. " + NEXT));
    }
  }

  private List<Line> ports(JsonNode file, long pid) {
    List<Line> lines = new ArrayList<>();
    for (String name : PORTS) {
      int port = file.path(name).asInt();
      lines.add(
          port > 0 && machine.listens(port)
              ? Line.ok(name, "Port " + port + " answers.")
              : Line.fail(
                  name,
                  "Port " + port + " of process " + pid + " does not answer.",
                  "End the process. " + NEXT));
    }
    return lines;
  }
}
