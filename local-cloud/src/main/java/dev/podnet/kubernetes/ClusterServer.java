package dev.podnet.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One cluster's API over HTTP on a loopback port. */
final class ClusterServer implements AutoCloseable {
  private static final Duration LONGEST_WATCH = Duration.ofMinutes(5);

  private final ClusterApi api;
  private final Discovery discovery;
  private final HttpServer server;
  private volatile boolean closed;

  ClusterServer(ClusterApi api, int port) throws IOException {
    this.api = api;
    this.discovery = new Discovery(api.kinds());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("kubernetes-api-", 0).factory()));
    server.createContext("/", this::handle);
    server.start();
  }

  ClusterApi api() {
    return api;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().replaceFirst("/$", "");
      Map<String, String> query = query(exchange.getRequestURI());
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      try {
        answer(exchange, path, query, body);
      } catch (Refusal refusal) {
        send(exchange, refusal.code(), refusal.status());
      }
    }
  }

  private void answer(HttpExchange exchange, String path, Map<String, String> query, String body)
      throws IOException {
    if (path.matches("/(healthz|livez|readyz)(/.*)?")) {
      exchange.getResponseHeaders().set("content-type", "text/plain");
      exchange.sendResponseHeaders(200, 2);
      exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
      return;
    }
    Optional<ObjectNode> document = discovery.document(path);
    if (document.isPresent()) {
      send(exchange, 200, document.get());
      return;
    }
    Address address = Address.parse(api.kinds(), path).orElseThrow(Refusal::noSuchPath);
    String method = exchange.getRequestMethod();
    if (method.equals("GET") && query.getOrDefault("watch", "").matches("true|1")) {
      watch(exchange, address, query);
      return;
    }
    String type =
        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("content-type"), "");
    JsonNode answer = api.handle(method, address, query, type, body);
    send(exchange, method.equals("POST") ? 201 : 200, answer);
  }

  private void watch(HttpExchange exchange, Address address, Map<String, String> query)
      throws IOException {
    BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
    Predicate<JsonNode> selector = ClusterApi.selector(query);
    BiConsumer<String, ObjectNode> listener =
        (event, object) -> {
          if (concerns(address, object) && selector.test(object)) {
            events.add(event(event, object));
          }
        };
    api.objects().listen(listener);
    try {
      exchange.getResponseHeaders().set("content-type", "application/json");
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      if (query.getOrDefault("resourceVersion", "").matches("0?")) {
        api.objects().list(address).stream()
            .filter(selector)
            .forEach(object -> events.add(event("ADDED", object)));
      }
      long end = System.nanoTime() + patience(query).toNanos();
      while (!closed && System.nanoTime() < end) {
        @Nullable JsonNode event = events.poll(200, TimeUnit.MILLISECONDS);
        if (event != null) {
          out.write((Json.write(event) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      api.objects().unlisten(listener);
    }
  }

  private static Duration patience(Map<String, String> query) {
    String seconds = query.getOrDefault("timeoutSeconds", "");
    return seconds.matches("\\d{1,6}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : LONGEST_WATCH;
  }

  private static boolean concerns(Address address, ObjectNode object) {
    JsonNode metadata = object.path("metadata");
    return object.path("apiVersion").asText().equals(address.kind().apiVersion())
        && object.path("kind").asText().equals(address.kind().name())
        && (address.namespace().isEmpty()
            || metadata.path("namespace").asText().equals(address.namespace()))
        && (address.name().isEmpty() || metadata.path("name").asText().equals(address.name()));
  }

  private static ObjectNode event(String type, ObjectNode object) {
    ObjectNode event = Json.object().put("type", type);
    event.set("object", object);
    return event;
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new LinkedHashMap<>();
    String raw = uri.getRawQuery();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int equal = pair.indexOf('=');
        String name = equal < 0 ? pair : pair.substring(0, equal);
        String value = equal < 0 ? "" : pair.substring(equal + 1);
        query.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("content-type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    closed = true;
    server.stop(0);
  }
}
