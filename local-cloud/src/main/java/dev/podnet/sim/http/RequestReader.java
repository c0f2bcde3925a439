package dev.podnet.sim.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Request;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an exchange into a request, or says what is wrong with it. */
final class RequestReader {
  private static final int MAX_BODY = 4 * 1024 * 1024;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private RequestReader() {}

  /** A request, or a refusal before any route was looked for. */
  sealed interface Read {
    record Well(Request request) implements Read {}

    record Ill(Refusal refusal) implements Read {}
  }

  static Read read(HttpExchange exchange) throws IOException {
    var raw = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
    if (raw.length > MAX_BODY) {
      return new Read.Ill(
          new Refusal(
              413, "PayloadTooLarge", "A request body can have at most " + MAX_BODY + " bytes."));
    }
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (raw.length > 0
        && (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json"))) {
      return new Read.Ill(
          new Refusal(
              415,
              "UnsupportedMediaType",
              "A request body must be application/json, not " + type + "."));
    }
    try {
      var request =
          new Request(
              exchange.getRequestMethod(),
              path(exchange.getRequestURI().getRawPath()),
              query(exchange.getRequestURI().getRawQuery()),
              headers(exchange),
              raw.length == 0 ? Doc.EMPTY : body(raw));
      return new Read.Well(request);
    } catch (JsonProcessingException e) {
      return new Read.Ill(
          new Refusal(
              400,
              "CannotParseRequest",
              "The request body is not a JSON object: " + e.getOriginalMessage()));
    } catch (IllegalArgumentException e) {
      return new Read.Ill(
          new Refusal(400, "CannotParseRequest", "The request's address cannot be decoded."));
    }
  }

  private static Doc body(byte[] raw) throws JsonProcessingException {
    String text = new String(raw, StandardCharsets.UTF_8);
    Map<?, ?> values = MAPPER.readValue(text, Map.class);
    if (values == null) {
      return Doc.EMPTY;
    }
    return Doc.of("it", values).doc("it");
  }

  /** Segments are decoded after the split, so that an encoded slash stays within its segment. */
  private static List<String> path(String raw) {
    var segments = new ArrayList<String>();
    for (String segment : raw.replaceFirst("^/+", "").split("/", -1)) {
      segments.add(decode(segment.replace("+", "%2B")));
    }
    if (segments.size() > 1 && segments.getLast().isEmpty()) {
      segments.removeLast();
    }
    return segments;
  }

  private static Map<String, List<String>> query(@Nullable String raw) {
    var query = new LinkedHashMap<String, List<String>>();
    if (raw == null || raw.isEmpty()) {
      return query;
    }
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      query.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }
    return query;
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    var headers = new LinkedHashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return headers;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
