package dev.podnet.sim.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The cloud: a state and a request, or a due transition, give an answer and the changes to make.
 */
public final class Engine {
  private static final String RETRY_TOKEN = "opc-retry-token";

  private final World world;
  private final List<Route> routes;

  public Engine(World world, List<Route> routes) {
    this.world = world;
    this.routes = List.copyOf(routes);
  }

  /** An answer and the changes that must be durable before it is sent. */
  public record Outcome(Response response, Optional<Changes> changes) {}

  /** The same cloud with other mishaps. */
  public Engine with(Mishaps mishaps) {
    return new Engine(world.with(mishaps), routes);
  }

  public List<Route> routes() {
    return routes;
  }

  public World world() {
    return world;
  }

  public Outcome handle(State state, Request request, Instant now) {
    var draft = new Draft(state, world, now);
    var response = dispatch(draft, request);
    if (response.refused()) {
      return new Outcome(response, Optional.empty());
    }
    return new Outcome(
        response, Optional.of(draft.changes()).filter(changes -> !changes.isEmpty()));
  }

  /** The changes when a transition falls due. */
  public Changes run(State state, Job job, Instant now) {
    var draft = new Draft(state, world, now);
    draft.done(job);
    Lifecycle.finish(draft, job.target(), job.event());
    return draft.changes();
  }

  private Response dispatch(Draft draft, Request request) {
    var allowed = new TreeSet<String>();
    for (Route route : routes) {
      var params = route.match(request.path());
      if (params.isEmpty()) {
        continue;
      }
      if (route.method().equals(request.method())) {
        return once(draft, request, route, new Call(draft, request, params.get()));
      }
      allowed.add(route.method());
    }
    String path = "/" + String.join("/", request.path());
    return allowed.isEmpty()
        ? Response.of(Refusal.notFound(request.method() + " " + path))
        : Response.of(
                new Refusal(
                    405,
                    "MethodNotAllowed",
                    path + " answers to " + String.join(", ", allowed) + " only."))
            .withHeader("allow", String.join(", ", allowed));
  }

  /**
   * A retry token makes a POST happen once: the same request gets the first answer again, another
   * is refused.
   */
  private static Response once(Draft draft, Request request, Route route, Call call) {
    String given = request.header(RETRY_TOKEN);
    if (given == null || !request.method().equals("POST")) {
      return route.operation().run(call);
    }
    String token = String.join("/", request.path()) + " " + given;
    String digest = Integer.toHexString(request.body().hashCode());
    var before = draft.remembered(token);
    if (before.isPresent()) {
      return before.get().textOr("digest", "").equals(digest)
          ? answer(before.get())
          : Response.of(
              new Refusal(
                  409,
                  "InvalidatedRetryToken",
                  "The retry token was used before with another request body."));
    }
    var response = route.operation().run(call);
    if (!response.refused()) {
      draft.remember(
          token,
          Doc.of(
              "digest", digest,
              "status", response.status(),
              "headers", response.headers(),
              "body", response.body(),
              "time", draft.timestamp()));
    }
    return response;
  }

  private static Response answer(Doc remembered) {
    var headers = new LinkedHashMap<String, String>();
    remembered.doc("headers").asMap().forEach((name, value) -> headers.put(name, value.toString()));
    return new Response(
        (int) remembered.numberOr("status", 200),
        headers,
        remembered.has("body") ? remembered.doc("body") : null);
  }
}
