package dev.podnet.sim.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The work requests of asynchronous kinds: opened with an event, closed at its end. */
public final class WorkRequests {
  private static final String CURRENT = "workRequestId";

  private WorkRequests() {}

  /** Opens a work request for an event on a resource; returns the resource that remembers it. */
  public static Resource open(Draft draft, Resource resource, Event event) {
    var kind = draft.catalog().kind(resource.kind());
    return open(draft, resource, operation(kind, event), resource.kind(), event);
  }

  /** Opens a work request under a name of its own. */
  public static Resource open(
      Draft draft, Resource resource, String operation, String entity, Event event) {
    boolean logging = draft.catalog().kind(resource.kind()).service().equals("20200531");
    String entityType = entity.toLowerCase(Locale.ROOT);
    var touched =
        Doc.of(
            "actionType",
            "IN_PROGRESS",
            "entityType",
            entityType,
            "identifier",
            resource.id(),
            "entityUri",
            "/" + entityType + "s/" + resource.id());
    var request =
        draft.fresh(
            logging ? "loggingWorkRequest" : "workRequest",
            Doc.of(
                "operationType", operation,
                "status", "IN_PROGRESS",
                "compartmentId", resource.body().text("compartmentId"),
                "resources", List.of(touched),
                "percentComplete", logging ? 0.0 : null,
                "timeAccepted", draft.timestamp(),
                "timeStarted", draft.timestamp()));
    draft.put(
        request
            .withInner("event", event.name())
            .withInner("clusterId", resource.body().text("clusterId"))
            .withInner(
                "logs", List.of(entry(draft, "Started " + operation + " for " + resource.id()))));
    draft.later(draft.catalog().delay("workRequest", Event.PURGE), Event.PURGE, request.id());
    return resource.withInner(CURRENT, request.id());
  }

  /** The id of the work request that a resource is in. */
  public static String current(Resource resource) {
    return resource.inner().need(CURRENT);
  }

  /**
   * Closes the resource's work request, as failed when there are errors; nothing when there is
   * none.
   */
  static void close(Draft draft, Resource resource, List<Refusal> errors) {
    String id = resource.inner().text(CURRENT);
    var request = id == null ? null : draft.get(id).orElse(null);
    if (request == null || request.body().has("timeFinished")) {
      return;
    }
    var event = Event.valueOf(request.inner().need("event"));
    boolean well = errors.isEmpty();
    var resources = new ArrayList<Doc>();
    for (Doc each : request.body().docs("resources")) {
      resources.add(each.with("actionType", well ? action(event) : "FAILED"));
    }
    var closed =
        request
            .with("status", well ? "SUCCEEDED" : "FAILED")
            .with("resources", resources)
            .with("timeFinished", draft.timestamp());
    if (closed.body().has("percentComplete")) {
      closed = closed.with("percentComplete", 100.0);
    }
    var logs = new ArrayList<>(request.inner().docs("logs"));
    logs.add(entry(draft, well ? "Completed" : "Failed"));
    draft.put(
        closed
            .withInner("logs", logs)
            .withInner("errors", errors.stream().map(each -> error(draft, each)).toList()));
  }

  private static Doc entry(Draft draft, String message) {
    return Doc.of("message", message, "timestamp", draft.timestamp());
  }

  private static Doc error(Draft draft, Refusal error) {
    return Doc.of("code", error.code(), "message", error.message(), "timestamp", draft.timestamp());
  }

  /** Container engine says NODEPOOL_CREATE where logging says CREATE_LOG. */
  private static String operation(Kind kind, Event event) {
    return kind.service().equals("20200531")
        ? event.name() + "_" + kind.work()
        : kind.work() + "_" + event.name();
  }

  private static String action(Event event) {
    return Map.of(Event.CREATE, "CREATED", Event.UPDATE, "UPDATED").getOrDefault(event, "DELETED");
  }
}
