package dev.podnet.sim.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer before HTTP.
 *
 * @param body null, a {@link Doc}, a list of them, or plain text
 */
public record Response(int status, Map<String, String> headers, @Nullable Object body) {
  /** Does not arrive: the connection ends instead. */
  public static final Response LOST = new Response(0, Map.of(), null);

  public static Response ok(Object body) {
    return new Response(200, Map.of(), body);
  }

  public static Response ok(Resource shown, Doc body) {
    return new Response(200, Map.of("etag", shown.etag()), body);
  }

  public static Response empty(int status) {
    return new Response(status, Map.of(), null);
  }

  /** The work has been taken on: the id of its work request is in the header. */
  public static Response accepted(String workRequestId) {
    return new Response(202, Map.of("opc-work-request-id", workRequestId), null);
  }

  public static Response of(Refusal refusal) {
    return new Response(
        refusal.status(), Map.of(), Doc.of("code", refusal.code(), "message", refusal.message()));
  }

  public boolean refused() {
    return status >= 400;
  }

  public Response withHeader(String name, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Response(status, all, body);
  }
}
