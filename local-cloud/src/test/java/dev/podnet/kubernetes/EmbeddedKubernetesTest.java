package dev.podnet.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKubernetesTest {
  private static final String MAPS = "/api/v1/namespaces/default/configmaps";
  private static final String MAP =
      "{\"metadata\":{\"name\":\"a\",\"labels\":{\"x\":\"1\"}},\"data\":{\"k\":\"v\"}}";

  @TempDir Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private EmbeddedKubernetes kubernetes;
  private String server = "";

  @BeforeEach
  void start() throws EmbeddedKubernetes.Unavailable {
    kubernetes = EmbeddedKubernetes.open(folder.resolve("kubernetes.mv.db"));
    server = kubernetes.server("cluster");
    kubernetes.create("cluster");
  }

  @AfterEach
  void stop() {
    kubernetes.close();
  }

  @Test
  void objectsAndPortOutliveTheProcess() throws Exception {
    JsonNode made = call("POST", MAPS, "application/json", MAP);
    kubernetes.close();

    kubernetes = EmbeddedKubernetes.open(folder.resolve("kubernetes.mv.db"));

    assertThat(kubernetes.server("cluster")).isEqualTo(server);
    assertThat(call("GET", MAPS + "/a", "", "")).isEqualTo(made);
  }

  @Test
  void aClusterThatIsDeletedTakesItsObjectsAlong() throws Exception {
    JsonNode _ = call("POST", MAPS, "application/json", MAP);

    kubernetes.delete("cluster");
    server = kubernetes.server("cluster");
    kubernetes.create("cluster");

    assertThat(call("GET", MAPS + "/a", "", "").path("reason").asText()).isEqualTo("NotFound");
  }

  @Test
  void aNameIsGivenOnce() throws Exception {
    JsonNode _ = call("POST", MAPS, "application/json", MAP);

    assertThat(call("POST", MAPS, "application/json", MAP).path("reason").asText())
        .isEqualTo("AlreadyExists");
  }

  @Test
  void anOldVersionDoesNotReplaceANewOne() throws Exception {
    String old = Json.write(call("POST", MAPS, "application/json", MAP));
    JsonNode _ =
        call("PATCH", MAPS + "/a", "application/merge-patch+json", "{\"data\":{\"k\":\"w\"}}");

    assertThat(call("PUT", MAPS + "/a", "application/json", old).path("reason").asText())
        .isEqualTo("Conflict");
  }

  @Test
  void aNamespaceMustExist() throws Exception {
    assertThat(
            call("POST", "/api/v1/namespaces/none/configmaps", "application/json", MAP)
                .path("message")
                .asText())
        .isEqualTo("namespaces \"none\" not found");
  }

  @Test
  void anApplyRemovesWhatItsManagerNoLongerSays() throws Exception {
    String path = MAPS + "/a?fieldManager=podnet";
    JsonNode _ =
        call("PATCH", path, "application/apply-patch+yaml", "data: {k: v, l: v}\nkind: ConfigMap");
    JsonNode _ =
        call("PATCH", MAPS + "/a", "application/merge-patch+json", "{\"data\":{\"other\":\"x\"}}");

    JsonNode applied =
        call("PATCH", path, "application/apply-patch+yaml", "data: {k: w}\nkind: ConfigMap");

    assertThat(applied.path("data")).isEqualTo(Json.read("{\"k\":\"w\",\"other\":\"x\"}"));
  }

  @Test
  void aStrategicPatchMergesItemsByName() throws Exception {
    String pods = "/api/v1/namespaces/default/pods";
    JsonNode _ =
        call(
            "POST",
            pods,
            "application/json",
            "{\"metadata\":{\"name\":\"p\"},\"spec\":{\"containers\":[{\"name\":\"a\",\"image\":\"1\"},{\"name\":\"b\"}]}}");

    JsonNode patched =
        call(
            "PATCH",
            pods + "/p",
            "application/strategic-merge-patch+json",
            "{\"spec\":{\"$setElementOrder/containers\":[],\"containers\":[{\"name\":\"a\",\"tty\":true},{\"name\":\"b\",\"$patch\":\"delete\"}]}}");

    assertThat(patched.path("spec"))
        .isEqualTo(Json.read("{\"containers\":[{\"name\":\"a\",\"image\":\"1\",\"tty\":true}]}"));
    assertThat(patched.path("metadata").path("generation").asInt()).isEqualTo(2);
  }

  @Test
  void labelsSelect() throws Exception {
    JsonNode _ = call("POST", MAPS, "application/json", MAP);

    assertThat(call("GET", MAPS + "?labelSelector=x%3D1", "", "").path("items")).hasSize(1);
    assertThat(call("GET", MAPS + "?labelSelector=x%3D2", "", "").path("items")).isEmpty();
    assertThat(call("GET", MAPS + "?labelSelector=!x", "", "").path("items")).isEmpty();
    assertThat(call("GET", MAPS + "?fieldSelector=metadata.name%3Da", "", "").path("items"))
        .hasSize(1);
  }

  @Test
  void aDefinitionBringsItsKind() throws Exception {
    String definition =
        "{\"metadata\":{\"name\":\"tests.podnet.dev\"},\"spec\":{\"group\":\"podnet.dev\",\"scope\":\"Cluster\","
            + "\"names\":{\"kind\":\"Probe\",\"plural\":\"probes\"},\"versions\":[{\"name\":\"v1\"}]}}";
    JsonNode _ =
        call(
            "POST",
            "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
            "application/json",
            definition);

    kubernetes.apply(
        "cluster",
        Map.of("apiVersion", "podnet.dev/v1", "kind", "Probe", "metadata", Map.of("name", "p")));

    assertThat(call("GET", "/apis/podnet.dev/v1/probes/p", "", "").path("kind").asText())
        .isEqualTo("Probe");
    assertThat(call("GET", "/apis/podnet.dev/v1", "", "").path("resources")).hasSize(1);
  }

  @Test
  void aWatchTellsOfChanges() throws Exception {
    HttpResponse<InputStream> watch =
        http.send(
            HttpRequest.newBuilder(URI.create(server + MAPS + "?watch=true&timeoutSeconds=20"))
                .build(),
            BodyHandlers.ofInputStream());

    try (var lines =
        new BufferedReader(new InputStreamReader(watch.body(), StandardCharsets.UTF_8))) {
      JsonNode _ = call("POST", MAPS, "application/json", MAP);
      JsonNode _ = call("DELETE", MAPS + "/a", "", "");

      assertThat(Json.read(lines.readLine()).path("type").asText()).isEqualTo("ADDED");
      assertThat(Json.read(lines.readLine()).path("type").asText()).isEqualTo("DELETED");
    }
  }

  @Test
  void aPathOfNothingIsNotFound() throws Exception {
    assertThat(call("GET", "/apis/none/v1/things", "", "").path("code").asInt()).isEqualTo(404);
  }

  private JsonNode call(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!type.isEmpty()) {
      request.header("content-type", type);
    }
    return Json.read(http.send(request.build(), BodyHandlers.ofString()).body());
  }
}
