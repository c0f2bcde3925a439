package dev.podnet.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotsTest {
  private static final Map<String, String> AT_ONCE = Map.of("PODNET_DELAY_SCALE", "0");
  private static final String COMPARTMENT =
      "ocid1.compartment.oc1..aaaaaaaapodnetlocal" + "a".repeat(41);
  private static final String STACK = "pulumi/.pulumi/stacks/podnet/local.json";

  @TempDir Path folder;
  private Path origin;
  private Path other;
  private Path file;

  @BeforeEach
  void fill() throws Exception {
    origin = folder.resolve("origin");
    other = folder.resolve("other");
    file = folder.resolve("snapshot.json");
    try (LocalCloud cloud = LocalCloud.start(origin, AT_ONCE)) {
      String vcn = make(cloud, "/20160918/vcns", "\"cidrBlock\":\"10.0.0.0/16\"");
      make(
          cloud,
          "/20180222/clusters",
          "\"name\":\"c\",\"kubernetesVersion\":\"v1.34.1\",\"vcnId\":\"%s\"".formatted(vcn));
    }
    Files.createDirectories(origin.resolve(STACK).getParent());
    Files.writeString(
        origin.resolve(STACK), "{\"version\": 3, \"file\": \"" + origin + "/kubeconfig\"}");
    Files.writeString(origin.resolve("pulumi/.pulumi/meta.yaml"), "version: 1\n");
  }

  @Test
  void aStateIsTheSameInAnotherPlace() throws Exception {
    take(origin);
    restore(other);

    String first = Files.readString(file);
    take(other);
    assertThat(Files.readString(file)).isEqualTo(first).doesNotContain(origin.toString());
    assertThat(Files.readString(other.resolve(STACK))).contains("\"" + other + "/kubeconfig\"");
    assertThat(Files.readString(other.resolve("pulumi/.pulumi/meta.yaml")))
        .isEqualTo("version: 1\n");
    assertThat(resources(other)).isEqualTo(resources(origin)).hasSizeGreaterThan(2);
  }

  @Test
  void theClustersObjectsAreThereOnTheSamePort() throws Exception {
    take(origin);
    restore(other);

    JsonNode cluster =
        Snapshot.MAPPER.readTree(Files.readString(file)).path("kubernetes").iterator().next();
    try (LocalCloud cloud = LocalCloud.start(other, AT_ONCE)) {
      assertThat(cloud.ready()).isNotEmpty();
      String namespaces =
          get("http://127.0.0.1:" + cluster.path("port").asInt() + "/api/v1/namespaces");
      assertThat(namespaces).contains("kube-system");
    }
  }

  @Test
  void whatIsThereAlreadyIsLeftAlone() throws Exception {
    take(origin);
    restore(origin);
    take(origin);

    assertThat(resources(origin)).hasSizeGreaterThan(2);
  }

  @Test
  void anEmptyCloudGivesWay() throws Exception {
    LocalCloud.start(other, AT_ONCE).close();
    take(origin);

    restore(other);

    assertThat(resources(other)).isEqualTo(resources(origin));
  }

  @Test
  void anotherStateIsKept() throws Exception {
    try (LocalCloud cloud = LocalCloud.start(other, AT_ONCE)) {
      make(cloud, "/20160918/vcns", "\"cidrBlock\":\"10.1.0.0/16\"");
    }
    take(origin);
    JsonNode before = resources(other);

    assertThatThrownBy(() -> restore(other))
        .isInstanceOf(Snapshot.Refused.class)
        .hasMessageContaining("is another one")
        .hasMessageContaining("reset");
    assertThat(resources(other)).isEqualTo(before);
  }

  @Test
  void aStackWithoutResourcesIsAStateToo() throws Exception {
    take(origin);
    Files.createDirectories(other.resolve(STACK).getParent());
    Files.writeString(other.resolve(STACK), "{}");

    assertThatThrownBy(() -> restore(other)).hasMessageContaining("is another one");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          version            | 2                 | it has version 2, and this local cloud reads version 1
          format             | "text"            | it is no snapshot of a local cloud
          kubernetes         | null              | its part "kubernetes" is missing
          cloud/counter      | 1                 | is newer than the counter
          cloud/resources    | [{"kind": "moon"}] | knows no resource of kind "moon"
          cloud/jobs         | [{"number": 1}]   | something in it cannot be read
          stacks             | {"../../x.json": {}} | is no file of a stack
          """)
  void aFileThatIsNotRightChangesNothing(String where, String value, String reason)
      throws Exception {
    take(origin);
    LocalCloud.start(other, AT_ONCE).close();
    change(root -> {
      String parent = where.contains("/") ? "/" + where.substring(0, where.indexOf('/')) : "";
      ((ObjectNode) root.at(parent)).set(where.substring(where.indexOf('/') + 1), json(value));
    });

    assertThatThrownBy(() -> restore(other))
        .isInstanceOf(Snapshot.Refused.class)
        .hasMessageContaining(reason)
        .hasMessageEndingWith(".");
    assertThat(resources(other)).isEmpty();
    try (var left = Files.list(other)) {
      assertThat(left).noneMatch(each -> each.getFileName().toString().startsWith("restore"));
    }
  }

  @Test
  void halfAFileIsRefused() throws Exception {
    take(origin);
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() / 2));

    assertThatThrownBy(() -> restore(other)).hasMessageContaining("it is not JSON");
  }

  @Test
  void objectsInAForeignClusterAreNoPartOfASnapshot() throws Exception {
    Files.writeString(origin.resolve("kubernetes"), "/etc/kubeconfig\n");

    assertThatThrownBy(() -> take(origin)).hasMessageContaining("/etc/kubeconfig");
    assertThat(file).doesNotExist();
  }

  private void take(Path state) throws Exception {
    try (StateDirectory directory = StateDirectory.own(state)) {
      new Snapshots(directory, state).take(file);
    }
  }

  private void restore(Path state) throws Exception {
    try (StateDirectory directory = StateDirectory.own(state)) {
      new Snapshots(directory, state).restore(file);
    }
  }

  private void change(Consumer<JsonNode> change) throws IOException {
    JsonNode root = Snapshot.MAPPER.readTree(Files.readString(file));
    change.accept(root);
    Files.writeString(file, root.toString());
  }

  private static JsonNode json(String text) {
    try {
      return Snapshot.MAPPER.readTree(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode resources(Path state) throws Exception {
    try (LocalCloud cloud = LocalCloud.start(state, AT_ONCE)) {
      return Snapshot.MAPPER.readTree(get(api(cloud) + "/podnet/resources"));
    }
  }

  private static String make(LocalCloud cloud, String path, String fields) throws Exception {
    String body = "{\"compartmentId\":\"" + COMPARTMENT + "\"," + fields + "}";
    var request =
        HttpRequest.newBuilder(URI.create(api(cloud) + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
      return Snapshot.MAPPER.readTree(answer.body()).path("id").asText();
    }
  }

  private static String get(String url) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(url)).build();
      return http.send(request, BodyHandlers.ofString()).body();
    }
  }

  private static String api(LocalCloud cloud) throws IOException {
    return "http://127.0.0.1:" + Snapshot.MAPPER.readTree(cloud.ready()).path("api").asInt();
  }
}
