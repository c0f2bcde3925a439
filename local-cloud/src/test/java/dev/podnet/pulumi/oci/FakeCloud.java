package dev.podnet.pulumi.oci;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A cloud that keeps whatever it is sent, under the path it was sent to, and gives the answers that
 * a test has put in line first. Changes in the container engine are work requests.
 */
final class FakeCloud implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An answer that comes in place of the usual one. */
  record Scripted(int status, Map<String, ?> body) {}

  final Map<String, Map<String, @Nullable Object>> objects = new TreeMap<>();
  final List<String> requests = new ArrayList<>();
  final Deque<Scripted> script = new ArrayDeque<>();
  @Nullable String workFails;

  /** How many reads to come find nothing. */
  int unseen;

  /** How many answers to come name no rule. */
  int unnamed;

  private final HttpServer server;
  private int count;

  FakeCloud() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String method = exchange.getRequestMethod();
    requests.add(method + " " + exchange.getRequestURI());
    Map<String, @Nullable Object> body = read(exchange);
    Scripted next = script.poll();
    if (next != null) {
      answer(exchange, next.status(), next.body());
      return;
    }
    switch (method) {
      case "POST" -> post(exchange, path, body);
      case "GET" -> get(exchange, path);
      case "PUT" -> {
        Map<String, @Nullable Object> object = Objects.requireNonNull(objects.get(path));
        object.putAll(body);
        changed(exchange, path, object);
      }
      default -> {
        objects.remove(path);
        changed(exchange, path, Map.of());
      }
    }
  }

  private void post(HttpExchange exchange, String path, Map<String, @Nullable Object> body)
      throws IOException {
    if (path.endsWith("/actions/addSecurityRules")) {
      Map<String, @Nullable Object> rule = first(body.get("securityRules"));
      rule.put("id", "rule" + ++count);
      objects.put(
          path.replace("actions/addSecurityRules", "securityRules/") + rule.get("id"), rule);
      answer(exchange, 200, Map.of("securityRules", unnamed-- > 0 ? List.of() : List.of(rule)));
      return;
    }
    String id = "ocid1." + path.substring(path.lastIndexOf('/') + 1) + "." + ++count;
    body.put("id", id);
    body.put("lifecycleState", "AVAILABLE");
    String key = path.endsWith("/addons") ? String.valueOf(body.get("name")) : id;
    objects.put(path + "/" + key, body);
    changed(exchange, path + "/" + key, body);
  }

  private void get(HttpExchange exchange, String path) throws IOException {
    if (unseen-- > 0) {
      answer(exchange, 404, Map.of("code", "NotAuthorizedOrNotFound", "message", "not yet"));
    } else if (path.contains("/workRequests/") && path.endsWith("/errors")) {
      answer(
          exchange,
          200,
          List.of(Map.of("code", "OutOfCapacity", "message", String.valueOf(workFails))));
    } else if (path.contains("/workRequests/")) {
      String key = path.substring(path.indexOf("/workRequests/") + 14).replace('~', '/');
      String id = Objects.toString(objects.getOrDefault(key, Map.of()).get("id"), "gone");
      answer(
          exchange,
          200,
          Map.of(
              "status",
              workFails == null ? "SUCCEEDED" : "FAILED",
              "operationType",
              "CHANGE",
              "resources",
              List.of(
                  Map.of(
                      "entityType",
                      key.contains("nodePools") ? "nodepool" : "cluster",
                      "identifier",
                      id))));
    } else if (objects.containsKey(path)) {
      answer(exchange, 200, objects.get(path));
    } else {
      List<Object> items = new ArrayList<>();
      objects.forEach((key, value) -> {
        if (key.startsWith(path + "/")) {
          items.add(value);
        }
      });
      if (items.isEmpty()) {
        answer(exchange, 404, Map.of("code", "NotAuthorizedOrNotFound", "message", "not found"));
      } else {
        answer(exchange, 200, items);
      }
    }
  }

  private void changed(HttpExchange exchange, String path, Map<String, @Nullable Object> object)
      throws IOException {
    if (path.startsWith("/20180222/")) {
      exchange.getResponseHeaders().set("opc-work-request-id", path.replace('/', '~'));
      answer(exchange, 202, null);
    } else {
      answer(exchange, object.isEmpty() ? 204 : 200, object.isEmpty() ? null : object);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> first(@Nullable Object list) {
    return (Map<String, @Nullable Object>) ((List<?>) Objects.requireNonNull(list)).getFirst();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> read(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    return bytes.length == 0 ? new LinkedHashMap<>() : JSON.readValue(bytes, LinkedHashMap.class);
  }

  private static void answer(HttpExchange exchange, int status, @Nullable Object body)
      throws IOException {
    byte[] bytes =
        body == null ? new byte[0] : JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("content-type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
