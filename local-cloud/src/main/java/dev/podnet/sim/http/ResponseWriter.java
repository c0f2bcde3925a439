package dev.podnet.sim.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a response. */
final class ResponseWriter {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int NO_BODY = -1;

  private ResponseWriter() {}

  static void write(HttpExchange exchange, Response response, String requestId) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("opc-request-id", requestId);
    response.headers().forEach(headers::set);
    byte[] body = body(response.body());
    if (body == null) {
      exchange.sendResponseHeaders(response.status(), NO_BODY);
      return;
    }
    headers.set(
        "Content-Type",
        response.body() instanceof String ? "application/x-yaml" : "application/json");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(
        response.status(), head || body.length == 0 ? NO_BODY : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }

  private static byte @Nullable [] body(@Nullable Object body) throws IOException {
    return switch (body) {
      case null -> null;
      case String text -> text.getBytes(StandardCharsets.UTF_8);
      case List<?> list ->
          MAPPER.writeValueAsBytes(list.stream().map(ResponseWriter::plain).toList());
      default -> MAPPER.writeValueAsBytes(plain(body));
    };
  }

  private static Object plain(Object value) {
    return value instanceof Doc doc ? doc.asMap() : value;
  }
}
