package dev.podnet.sim.fault;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Event;
import dev.podnet.sim.model.Mishaps;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Request;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A scenario with a seed, and how often each request has met its faults. What happens to a request
 * hangs on the seed, on the request itself and on how often it came, not on what else goes on.
 */
public final class FaultPlan implements Mishaps {
  private final Scenario scenario;
  private final long seed;
  private final Map<String, Tally> tallies = new ConcurrentHashMap<>();

  public FaultPlan(Scenario scenario, long seed) {
    this.scenario = scenario;
    this.seed = seed;
  }

  /** How often a request came, how often a fault hit it, and whether it did the last time. */
  private record Tally(int came, int hits, boolean hit) {
    static final Tally NONE = new Tally(0, 0, false);
  }

  public Scenario scenario() {
    return scenario;
  }

  public long seed() {
    return seed;
  }

  /** The answer that a request gets in place of any effect. */
  public Optional<Response> inPlaceOf(Request request) {
    for (RequestFault fault : scenario.requests()) {
      if (fault.answer().isPresent() && hits(fault, request)) {
        return fault.answer();
      }
    }
    return Optional.empty();
  }

  /** The request without what the cloud ignores. */
  public Request heard(Request request, Function<String, Optional<Resource>> resources) {
    var body = request.body();
    for (RequestFault fault : scenario.requests()) {
      boolean deaf = !fault.ignore().isEmpty() || !fault.ignoreNew().isEmpty();
      if (!deaf || !hits(fault, request)) {
        continue;
      }
      var present = resources.apply(request.path().getLast()).map(Resource::body).orElse(Doc.EMPTY);
      for (String field : fault.ignore()) {
        body = asItIs(body, present, field);
      }
      for (String field : fault.ignoreNew()) {
        body = present.has(field) ? body : body.without(List.of(field));
      }
    }
    return new Request(request.method(), request.path(), request.query(), request.headers(), body);
  }

  /** What arrives of an answer. */
  public Response arriving(Request request, Response response) {
    var arrives = response;
    for (RequestFault fault : scenario.requests()) {
      boolean spoils = fault.lose() || !fault.drop().isEmpty();
      if (response.refused() || !spoils || !hits(fault, request)) {
        continue;
      }
      if (fault.lose()) {
        return Response.LOST;
      }
      if (arrives.body() instanceof Doc body) {
        for (String field : fault.drop()) {
          body = body.with(field, List.of());
        }
        arrives = new Response(response.status(), response.headers(), body);
      }
    }
    return arrives;
  }

  @Override
  public Duration slower(String kind, Event event) {
    return event == Event.PURGE
        ? Duration.ZERO
        : Duration.ofMillis(scenario.slower().numberOr(kind, 0));
  }

  @Override
  public Optional<Refusal> workFails(String kind, Event event, String id) {
    var row = scenario.failing().doc(kind + "." + event.key());
    return !row.isEmpty() && random(kind + event.key() + id, 0) < row.numberOr("chance", 100)
        ? Optional.of(Refusal.internal(row.need("message")))
        : Optional.empty();
  }

  @Override
  public Optional<String> launchFails(int node) {
    var row = scenario.nodes().doc("launch");
    return isTurn(row, node) ? Optional.of(row.need("message")) : Optional.empty();
  }

  @Override
  public boolean vnicMissing(int node) {
    return isTurn(scenario.nodes().doc("vnicMissing"), node);
  }

  @Override
  public Optional<String> networkFails(int node) {
    var row =
        vnicMissing(node) ? scenario.nodes().doc("vnicMissing") : scenario.nodes().doc("network");
    return isTurn(row, node) ? Optional.of(row.need("reason")) : Optional.empty();
  }

  /** One node in so many; the seed says which. */
  private boolean isTurn(Doc row, int node) {
    return row.has("oneIn") && Math.floorMod(node + seed, row.numberOr("oneIn", 1)) == 0;
  }

  private boolean hits(RequestFault fault, Request request) {
    if (!fault.matches(request)) {
      return false;
    }
    String key =
        scenario.requests().indexOf(fault)
            + " "
            + request.method()
            + " "
            + String.join("/", request.path())
            + request.query()
            + request.body().hashCode();
    return tallies
        .compute(
            key,
            (_, known) -> {
              var before = known == null ? Tally.NONE : known;
              int came = before.came() + 1;
              boolean hit = before.hits() < fault.times() && random(key, came) < fault.chance();
              return new Tally(came, before.hits() + (hit ? 1 : 0), hit);
            })
        .hit();
  }

  /** From 0 to 99. */
  private int random(String key, int attempt) {
    long mixed = seed * 0x9E3779B97F4A7C15L + key.hashCode() * 31L + attempt;
    return new SplittableRandom(mixed).nextInt(100);
  }

  /** The body with one field as the resource has it, dots between levels. */
  private static Doc asItIs(Doc body, Doc present, String field) {
    int dot = field.indexOf('.');
    if (dot < 0) {
      return body.with(field, present.get(field));
    }
    String outer = field.substring(0, dot);
    return body.has(outer)
        ? body.with(outer, asItIs(body.doc(outer), present.doc(outer), field.substring(dot + 1)))
        : body;
  }
}
