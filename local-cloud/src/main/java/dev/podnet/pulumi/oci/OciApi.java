package dev.podnet.pulumi.oci;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podnet.pulumi.Failure;
import dev.podnet.pulumi.Pause;
import dev.podnet.pulumi.Session;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The OCI REST API as its official clients use it: JSON bodies, a retry token so that a repeated
 * POST makes nothing twice, patience with throttling and faults of the service.
 */
final class OciApi {
  private static final int ATTEMPTS = 8;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  OciApi(URI base) {
    this.base = base;
  }

  /**
   * Sends a request, again when the service asks for patience.
   *
   * @param what names the object in the sentence of a failure
   * @throws ServiceError when the API refuses
   */
  Reply send(Session session, String what, String method, String path, @Nullable Object body) {
    HttpRequest request = request(method, path, body);
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      Reply reply = null;
      try {
        reply = reply(http.send(request, HttpResponse.BodyHandlers.ofString()));
        if (reply.status() < 400) {
          return reply;
        }
      } catch (IOException lost) {
        if (attempt == ATTEMPTS) {
          throw new Failure(
              method
                  + " "
                  + path
                  + " for "
                  + what
                  + " got no answer from the cloud at "
                  + base
                  + " in "
                  + ATTEMPTS
                  + " attempts ("
                  + lost
                  + "). Is the local cloud running?"
                  + " See local-cloud/cloud status.",
              lost);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Failure(method + " " + path + " for " + what + " was interrupted.", e);
      }
      if (reply != null && (attempt == ATTEMPTS || !passing(reply))) {
        throw new ServiceError(method, path, what, reply);
      }
      // Half of the pause is random, so that many callers do not come back at once.
      Pause.of(
          session,
          pause
              .dividedBy(2)
              .plusMillis(ThreadLocalRandom.current().nextLong(1 + pause.toMillis() / 2)));
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.multipliedBy(2);
    }
  }

  private HttpRequest request(String method, String path, @Nullable Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header("accept", "application/json")
            .header("opc-request-id", UUID.randomUUID().toString());
    if (method.equals("POST")) {
      request.header("opc-retry-token", UUID.randomUUID().toString());
    }
    if (body == null) {
      return request.method(method, HttpRequest.BodyPublishers.noBody()).build();
    }
    try {
      return request
          .header("content-type", "application/json")
          .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
          .build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Throttled, failed inside, or busy with another change of the same resource. A region without
   * capacity says so with a 500, and stays without for longer than anybody waits.
   */
  private static boolean passing(Reply reply) {
    return reply.status() == 429
        || (reply.status() >= 500 && !reply.text("message").contains("Out of host capacity"))
        || (reply.status() == 409 && "IncorrectState".equals(reply.text("code")));
  }

  private static Reply reply(HttpResponse<String> response) {
    Object body = response.body();
    boolean json = response.headers().firstValue("content-type").orElse("").contains("json");
    if (json && !response.body().isBlank()) {
      try {
        body = JSON.readValue(response.body(), Object.class);
      } catch (JsonProcessingException e) {
        throw new Failure("The cloud answered with broken JSON: " + e.getOriginalMessage(), e);
      }
    }
    return new Reply(response.statusCode(), headers(response), body);
  }

  private static Map<String, String> headers(HttpResponse<String> response) {
    Map<String, String> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
    return headers;
  }
}
