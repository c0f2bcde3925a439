package dev.podnet.agent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How an agent is started: {@code --name value}, each at most once.
 *
 * @param socket where the plugin finds the agent
 * @param state folder of the journal, and of the kept DELs in {@code del}
 * @param source file with the node's NativePodNetwork object
 * @param cooldown how long an address rests
 * @param trustAnnotations whether a pod's annotation says which Application Resource it gets
 */
record Settings(Path socket, Path state, Path source, Duration cooldown, boolean trustAnnotations) {
  private static final Set<String> KNOWN =
      Set.of("--socket", "--state", "--source", "--cooldown", "--wishes");

  /** Throws with a sentence when something is not understood. */
  static Settings read(String... args) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!KNOWN.contains(args[i]) || i + 1 == args.length) {
        throw new IllegalArgumentException(
            "\"" + args[i] + "\" is no setting with a value; there are " + KNOWN);
      }
      values.put(args[i], args[i + 1]);
    }
    String source = values.get("--source");
    if (source == null) {
      throw new IllegalArgumentException(
          "--source <file with a NativePodNetwork object> is missing");
    }
    String wishes = values.getOrDefault("--wishes", "none");
    if (!Set.of("none", "annotation").contains(wishes)) {
      throw new IllegalArgumentException("--wishes is \"none\" or \"annotation\"");
    }
    return new Settings(
        Path.of(values.getOrDefault("--socket", "/run/podnet/agent.sock")),
        Path.of(values.getOrDefault("--state", "/var/lib/podnet")),
        Path.of(source),
        Duration.parse(values.getOrDefault("--cooldown", "PT30S")),
        wishes.equals("annotation"));
  }
}
