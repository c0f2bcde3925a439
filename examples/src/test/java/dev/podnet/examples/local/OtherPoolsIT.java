package dev.podnet.examples.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pools of virtual and of self-managed nodes beside managed ones, through the real engine. */
class OtherPoolsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String UNIQUE = "a".repeat(41);
  private static final String COMPARTMENT = "ocid1.compartment.oc1..aaaaaaaapodnetlocal" + UNIQUE;

  @Test
  void nodesOfAllKindsJoinAndNothingOfThemIsLeft(@TempDir Path folder) throws Exception {
    String file = stackFile(folder, "size: 3", "size: 3");
    try (LocalCloud cloud = LocalCloud.in(folder.resolve("state"))) {
      pulumi(cloud, file, "up", "--yes");

      assertThat(nodes(cloud)).hasSize(1 + 2 + 3);
      assertThat(nodes(cloud).stream().filter(labels -> labels.has("tier")))
          .extracting(labels -> labels.get("tier").asText())
          .containsExactlyInAnyOrder("own", "own", "light", "light", "light");
      assertThat(nodes(cloud).toString()).contains("node-role.kubernetes.io/virtual-node");
      assertThatPoolsWaitedForTheirPolicies(cloud);

      pulumi(cloud, file, "preview", "--expect-no-changes");
      pulumi(cloud, file, "refresh", "--yes", "--expect-no-changes");

      String smaller = stackFile(folder, "size: 3", "size: 1");
      pulumi(cloud, smaller, "up", "--yes");
      assertThat(nodes(cloud)).hasSize(1 + 2 + 1);

      cloud.pulumi("destroy", "--stack", "local", "--yes").succeeded();
      assertThat(cloud.resources()).isEmpty();
    }
  }

  /** Policies are three seconds old when what needs them is made. */
  private static void assertThatPoolsWaitedForTheirPolicies(LocalCloud cloud) throws Exception {
    Instant policy = created(cloud, "/20160918/policies?compartmentId=" + COMPARTMENT);
    assertThat(created(cloud, "/20160918/instancePools?compartmentId=" + COMPARTMENT))
        .isAfter(policy.plus(Duration.ofSeconds(3)));
  }

  private static Instant created(LocalCloud cloud, String path) throws Exception {
    int port = cloud.ready().get("api").asInt();
    return Instant.parse(get("http://127.0.0.1:" + port + path).get(0).get("timeCreated").asText());
  }

  /** The labels of all nodes. */
  private static List<JsonNode> nodes(LocalCloud cloud) throws Exception {
    String kubeconfig = cloud.outputs().at("/kubeconfig").asText();
    String server = kubeconfig.replaceAll("(?s).*server: (\\S+).*", "$1");
    return get(server + "/api/v1/nodes").get("items").findValues("labels");
  }

  private static JsonNode get(String uri) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(uri)).build();
      return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }
  }

  private static void pulumi(LocalCloud cloud, String file, String verb, String... options)
      throws Exception {
    String[] command = {verb, "--stack", "local", "--config-file", file};
    cloud
        .pulumi(
            Stream.concat(Arrays.stream(command), Arrays.stream(options)).toArray(String[]::new))
        .succeeded();
  }

  private static String stackFile(Path folder, String from, String to) throws IOException {
    try (InputStream in =
        requireNonNull(OtherPoolsIT.class.getResourceAsStream("other-pools.yaml"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).contains(from);
      Path file = Files.createDirectories(folder.resolve("stack")).resolve("Pulumi.local.yaml");
      return Files.writeString(file, text.replace(from, to)).toString();
    }
  }
}
