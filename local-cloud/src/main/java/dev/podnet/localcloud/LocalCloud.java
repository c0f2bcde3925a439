package dev.podnet.localcloud;

import dev.podnet.kubernetes.EmbeddedKubernetes;
import dev.podnet.oci.schema.Schema;
import dev.podnet.pulumi.PluginServer;
import dev.podnet.pulumi.host.JavaHost;
import dev.podnet.pulumi.kubernetes.KubernetesProvider;
import dev.podnet.pulumi.oci.OciProvider;
import dev.podnet.sim.Simulator;
import dev.podnet.sim.SimulatorOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * All parts of a running local cloud, started in the order of their needs, ended in the reverse.
 */
final class LocalCloud implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private String ready = "";

  private LocalCloud() {}

  /**
   * Starts everything on the state that the directory holds, and writes {@code ready.json} when all
   * of it listens.
   *
   * @param environment PODNET_PORT chooses the API's port, PODNET_DELAY_SCALE how long changes
   *     take, PODNET_FAULTS what goes wrong
   */
  static LocalCloud start(Path directory, Map<String, String> environment)
      throws StateDirectory.InUse, EmbeddedKubernetes.Unavailable, Simulator.CannotStart {
    var settings = Settings.of(environment);
    var cloud = new LocalCloud();
    try {
      StateDirectory state = cloud.part(StateDirectory.own(directory));
      var kubernetes = cloud.part(EmbeddedKubernetes.open(state.file("kubernetes.mv.db")));
      Simulator simulator =
          cloud.part(
              Simulator.start(
                  SimulatorOptions.local(settings.port(), directory, kubernetes)
                      .withDelayScale(settings.delayScale())
                      .withFaults(environment.getOrDefault("PODNET_FAULTS", "").strip())));
      URI api = URI.create("http://127.0.0.1:" + simulator.port());
      var host = new JavaHost("1.36.1", environment.getOrDefault("PATH", ""), directory);
      PluginServer oci = cloud.part(PluginServer.start("oci", new OciProvider(Schema.load(), api)));
      PluginServer objects =
          cloud.part(
              PluginServer.start("kubernetes", new KubernetesProvider(state.file("kubernetes"))));
      PluginServer java = cloud.part(PluginServer.start("java", host));
      cloud.parts.push(host::stop);
      cloud.ready =
          "{\"pid\": %d, \"api\": %d, \"oci\": %d, \"kubernetes\": %d, \"java\": %d}\n"
              .formatted(
                  ProcessHandle.current().pid(),
                  simulator.port(),
                  oci.port(),
                  objects.port(),
                  java.port());
      state.write("ready.json", cloud.ready);
      return cloud;
    } catch (StateDirectory.InUse
        | EmbeddedKubernetes.Unavailable
        | Simulator.CannotStart
        | RuntimeException e) {
      cloud.close();
      throw e;
    }
  }

  /** Process id and ports, as in {@code ready.json}. */
  String ready() {
    return ready.strip();
  }

  private <T extends AutoCloseable> T part(T started) {
    parts.push(started);
    return started;
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        System.err.println("While the local cloud ended: " + e);
      }
    }
  }

  /** What the environment says. */
  private record Settings(int port, double delayScale) {
    static Settings of(Map<String, String> environment) {
      return new Settings(
          (int) number(environment, "PODNET_PORT", 0, 65_535),
          number(environment, "PODNET_DELAY_SCALE", 1, 1_000));
    }

    private static double number(
        Map<String, String> environment, String name, double otherwise, double most) {
      String text = environment.getOrDefault(name, "");
      if (text.isEmpty()) {
        return otherwise;
      }
      if (!text.matches("\\d{1,6}(\\.\\d{1,6})?") || Double.parseDouble(text) > most) {
        throw new IllegalArgumentException(
            name + " is \"" + text + "\": it must be a number from 0 to " + most + ".");
      }
      return Double.parseDouble(text);
    }
  }
}
