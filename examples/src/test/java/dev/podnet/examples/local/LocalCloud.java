package dev.podnet.examples.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A local cloud with a state directory of its own, driven by the scripts that people use. */
final class LocalCloud implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path state;
  private final Map<String, String> environment;
  private final HttpClient http = HttpClient.newHttpClient();

  private LocalCloud(Path state, Map<String, String> environment) {
    this.state = state;
    this.environment = environment;
  }

  static LocalCloud in(Path state) throws IOException {
    return in(state, Map.of());
  }

  /** A local cloud, and commands against it, with something else in their environment. */
  static LocalCloud in(Path state, Map<String, String> more) throws IOException {
    Files.createDirectories(state);
    Map<String, String> environment = new HashMap<>(more);
    environment.put("PODNET_STATE", state.toString());
    environment.put("NO_COLOR", "1");
    // Maven has built what is tested here; a script that found it stale would start Maven again.
    environment.put("PODNET_SKIP_BUILD", "true");
    return new LocalCloud(state, environment);
  }

  /** Any Pulumi command. */
  Outcome pulumi(String... arguments) throws IOException, InterruptedException {
    return Checkout.run(environment, "local-cloud/pulumilocal", List.of(arguments));
  }

  /** A command with the environment of the local cloud's clients. */
  Outcome run(String... command) throws IOException, InterruptedException {
    return Checkout.run(environment, "local-cloud/run", List.of(command));
  }

  /** The stack file of an example, with the OCIDs of what another one has made. */
  Path filled(Scenario owner, Scenario scenario, Path folder)
      throws IOException, InterruptedException {
    Path file = folder.resolve("Pulumi." + scenario.name() + ".yaml");
    String script = "examples/adopt \"$0\" < \"$1\" > \"$2\"";
    Checkout.run(
            environment,
            "bash",
            List.of(
                "-c",
                script,
                owner.name(),
                scenario.folder() + "/Pulumi.local.yaml",
                file.toString()))
        .succeeded();
    return file;
  }

  Outcome control(String... verb) throws IOException, InterruptedException {
    return Checkout.run(environment, "local-cloud/cloud", List.of(verb));
  }

  JsonNode outputs() throws IOException, InterruptedException {
    Outcome outcome =
        pulumi("stack", "output", "--json", "--show-secrets", "--stack", "local").succeeded();
    return JSON.readTree(outcome.output().substring(outcome.output().indexOf('{')));
  }

  JsonNode ready() throws IOException {
    return JSON.readTree(Files.readString(state.resolve("ready.json")));
  }

  /** Everything that lives in the simulator and was not there from the start. */
  JsonNode resources() throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + ready().get("api").asInt() + "/podnet/resources");
    return JSON.readTree(
        http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body());
  }

  @Override
  public void close() throws IOException {
    try (http) {
      control("stop");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
