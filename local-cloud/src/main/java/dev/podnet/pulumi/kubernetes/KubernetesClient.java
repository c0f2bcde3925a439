package dev.podnet.pulumi.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podnet.pulumi.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One API, spoken to with the credentials of one kubeconfig. */
final class KubernetesClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};

  /**
   * How a kind is served.
   *
   * @param plural as in paths
   * @param namespaced whether its objects live in namespaces
   */
  record Served(String plural, boolean namespaced) {}

  private final Kubeconfig config;
  private final HttpClient http;
  private final Map<ObjectType, Served> served = new ConcurrentHashMap<>();
  private @Nullable Boolean embedded;

  KubernetesClient(Kubeconfig config) {
    this.config = config;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10));
    if (config.server().startsWith("https:")) {
      builder.sslContext(Credentials.tls(config));
    }
    this.http = builder.build();
  }

  String server() {
    return config.server();
  }

  /** Whether this is the local cloud's own API, which stores and does nothing else. */
  synchronized boolean isEmbedded() {
    if (embedded == null) {
      Object version = send("GET", "/version", "", null).body().get("gitVersion");
      embedded = Objects.toString(version, "").endsWith("-podnet");
    }
    return embedded;
  }

  /** Whether an API answers at all. */
  boolean reaches() {
    try {
      return !send("GET", "/version", "", null).refused();
    } catch (Unreachable gone) {
      return false;
    }
  }

  Served served(ObjectType type) {
    Served known = served.get(type);
    if (known != null) {
      return known;
    }
    Reply list = send("GET", type.root(), "", null);
    if (list.body().get("resources") instanceof List<?> resources) {
      for (Object each : resources) {
        if (each instanceof Map<?, ?> resource
            && type.kind().equals(resource.get("kind"))
            && resource.get("name") instanceof String plural
            && !plural.contains("/")) {
          var found = new Served(plural, Boolean.TRUE.equals(resource.get("namespaced")));
          served.put(type, found);
          return found;
        }
      }
    }
    throw new Failure(
        "The Kubernetes API at "
            + server()
            + " does not know the kind "
            + type.kind()
            + " in "
            + type.apiVersion()
            + ". Is its CustomResourceDefinition created first (dependsOn)?");
  }

  /**
   * Sends a request.
   *
   * @throws Unreachable when no API answers
   */
  Reply send(String method, String path, String contentType, @Nullable Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server() + path))
            .timeout(Duration.ofSeconds(60))
            .header("accept", "application/json");
    String authorization = Credentials.authorization(config);
    if (!authorization.isEmpty()) {
      request.header("authorization", authorization);
    }
    try {
      if (body == null) {
        request.method(method, HttpRequest.BodyPublishers.noBody());
      } else {
        request
            .header("content-type", contentType)
            .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
      }
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(response.statusCode(), read(response.body()));
    } catch (JsonProcessingException e) {
      throw new Failure(
          "The Kubernetes API at "
              + server()
              + " answered "
              + method
              + " "
              + path
              + " with broken JSON.",
          e);
    } catch (IOException e) {
      throw new Unreachable(server(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("A call of the Kubernetes API was interrupted.", e);
    }
  }

  private static Map<String, @Nullable Object> read(String body) throws JsonProcessingException {
    return body.startsWith("{") ? JSON.readValue(body, OBJECT) : Map.of("message", body);
  }

  /**
   * An answer.
   *
   * @param status HTTP status
   * @param body an object, or a Status
   */
  record Reply(int status, Map<String, @Nullable Object> body) {
    boolean refused() {
      return status >= 400;
    }

    String message() {
      return status
          + " "
          + Objects.toString(body.get("reason"), "")
          + ", "
          + Objects.toString(body.get("message"), "no message");
    }
  }

  /** No API answers at the address of the kubeconfig. */
  static final class Unreachable extends Failure {
    private static final long serialVersionUID = 1;

    Unreachable(String server, IOException cause) {
      super(
          "No Kubernetes API answers at "
              + server
              + " ("
              + cause
              + "). If the cluster is gone for"
              + " good, set the provider's deleteUnreachable, or remove the objects from the state"
              + " with \"pulumi state delete\".",
          cause);
    }
  }
}
