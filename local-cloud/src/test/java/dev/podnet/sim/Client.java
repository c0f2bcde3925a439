package dev.podnet.sim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A plain HTTP client that speaks to the simulator as any other would. */
final class Client {
  static final String CORE = "/20160918";
  static final String OKE = "/20180222";
  static final String COMPARTMENT = "ocid1.compartment.oc1..aaaaaaaapodnetlocal" + "a".repeat(41);
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;

  Client(int port) {
    this.port = port;
  }

  record Answer(int status, Map<String, String> headers, String text) {
    JsonNode json() {
      try {
        return MAPPER.readTree(text);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("Not JSON: " + text, e);
      }
    }

    String field(String name) {
      return json().path(name).asText();
    }

    /** A header that may be missing: empty then. */
    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    String id() {
      return field("id");
    }
  }

  Answer get(String path) {
    return send("GET", path, null);
  }

  Answer post(String path, String json, String... headers) {
    return send("POST", path, json, headers);
  }

  Answer put(String path, String json, String... headers) {
    return send("PUT", path, json, headers);
  }

  Answer delete(String path, String... headers) {
    return send("DELETE", path, null, headers);
  }

  /** Creates what must succeed; returns its OCID. */
  String made(String path, String json) {
    var answer = post(path, json);
    if (answer.status() != 200) {
      throw new AssertionError("POST " + path + ": " + answer.status() + " " + answer.text());
    }
    return answer.id();
  }

  Answer send(String method, String path, @Nullable String json, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(
                method,
                json == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(json.replace('\'', '"')));
    if (json != null) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      for (int i = 0; i < headers.length; i += 2) {
        request.setHeader(headers[i], headers[i + 1]);
      }
    }
    try {
      var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      var first = new LinkedHashMap<String, String>();
      response.headers().map().forEach((name, values) -> first.put(name, values.getFirst()));
      return new Answer(response.statusCode(), first, response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits for what the simulator does in its own time. */
  static void await(BooleanSupplier condition) {
    var deadline = Instant.now().plus(DEADLINE);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("What was waited for did not come in " + DEADLINE + ".");
      }
      Thread.onSpinWait();
    }
  }

  /** Follows a work request to its end and returns it. */
  Answer finished(Answer accepted) {
    String id = accepted.headers().get("opc-work-request-id");
    if (accepted.status() != 202 || id == null) {
      throw new AssertionError("Not accepted: " + accepted);
    }
    String path = (id.contains("logworkrequest") ? "/20200531" : OKE) + "/workRequests/" + id;
    var deadline = Instant.now().plus(DEADLINE);
    var request = get(path);
    while (request.json().path("timeFinished").isMissingNode()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("The work request did not end: " + request.text());
      }
      Thread.onSpinWait();
      request = get(path);
    }
    return request;
  }

  /** The OCID of the resource that a work request made. */
  String madeBy(Answer accepted) {
    var request = finished(accepted);
    if (!request.field("status").equals("SUCCEEDED")) {
      throw new AssertionError(
          request.text() + get(OKE + "/workRequests/" + request.id() + "/errors").text());
    }
    return request.json().path("resources").path(0).path("identifier").asText();
  }
}
