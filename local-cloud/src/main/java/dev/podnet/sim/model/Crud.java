package dev.podnet.sim.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The operations that every kind has alike: list, get, create, update, delete, change of
 * compartment.
 */
public final class Crud {
  private static final String ID = "{id}";

  private final Kind kind;
  private final Rules rules;

  private Crud(Kind kind, Rules rules) {
    this.kind = kind;
    this.rules = rules;
  }

  /** The routes of a kind, as far as its row has the verbs. */
  public static List<Route> routes(Kind kind, Rules rules) {
    var crud = new Crud(kind, rules);
    String item = kind.path() + "/" + ID;
    var routes = new ArrayList<Route>();
    crud.add(routes, "list", Route.of("GET", kind.path(), crud::list));
    crud.add(routes, "get", Route.of("GET", item, crud::get));
    crud.add(routes, "create", Route.of("POST", kind.path(), crud::create));
    crud.add(routes, "update", Route.of("PUT", item, crud::update));
    crud.add(routes, "delete", Route.of("DELETE", item, crud::delete));
    crud.add(routes, "move", Route.of("POST", item + "/actions/changeCompartment", crud::move));
    return routes;
  }

  private void add(List<Route> routes, String verb, Route route) {
    if (kind.verbs().contains(verb)) {
      routes.add(route);
    }
  }

  private Response list(Call call) {
    String compartment = call.request().query("compartmentId");
    if (compartment == null && !kind.listWithoutCompartment()) {
      return Response.of(Refusal.missing("The query parameter 'compartmentId' is required."));
    }
    if (compartment != null
        && !InputCheck.exists(call.state(), call.draft().catalog(), "compartment", compartment)) {
      return Response.of(Refusal.notFound("compartmentId " + compartment));
    }
    var shown = new ArrayList<Resource>();
    for (Resource resource : call.state().all(kind.name())) {
      if (under(resource, call.params())
          && (compartment == null || compartment.equals(resource.text("compartmentId")))) {
        shown.add(resource);
      }
    }
    return Listing.of(call, kind, shown);
  }

  private Response get(Call call) {
    var found = find(call);
    return found.isEmpty() ? missing(call) : shown(call, found.get());
  }

  private Response create(Call call) {
    var draft = call.draft();
    var input = call.body();
    var parent = Doc.of(call.params());
    var check = new InputCheck(draft, draft.catalog());
    var refusal =
        Refusal.first(
            () -> parentMissing(draft, call.params()),
            () -> check.creation(kind, input),
            () -> nameTaken(draft, input.withAll(parent), ""),
            () -> rules.refuseCreate(draft, input.withAll(parent)));
    if (refusal.isPresent()) {
      return Response.of(refusal.get());
    }
    var fresh = draft.fresh(kind.name(), stamped(draft, input.withAll(parent)));
    var resource = rules.create(draft, fresh, input);
    if (kind.work() == null) {
      return shown(call, Lifecycle.start(draft, resource, Event.CREATE));
    }
    var working = WorkRequests.open(draft, resource, Event.CREATE);
    Lifecycle.start(draft, working, Event.CREATE);
    return Response.accepted(WorkRequests.current(working));
  }

  private Response update(Call call) {
    var draft = call.draft();
    var found = find(call).filter(resource -> !kind.gone(resource));
    if (found.isEmpty()) {
      return missing(call);
    }
    var old = found.get();
    var merged = old.body().withAll(call.body());
    var check = new InputCheck(draft, draft.catalog());
    var refusal =
        Refusal.first(
            () -> stale(call, old),
            () -> check.update(kind, call.body(), old.body()),
            () -> busy(old),
            () -> nameTaken(draft, merged, old.id()),
            () -> rules.refuseUpdate(draft, old, call.body(), merged));
    if (refusal.isPresent()) {
      return Response.of(refusal.get());
    }
    var changed = rules.update(draft, old, old.withBody(merged));
    if (changed.body().has("timeLastModified")) {
      changed = changed.with("timeLastModified", draft.timestamp());
    }
    if (kind.work() == null) {
      return shown(call, Lifecycle.start(draft, changed, Event.UPDATE));
    }
    var working = WorkRequests.open(draft, changed, Event.UPDATE);
    Lifecycle.start(draft, working, Event.UPDATE);
    return Response.accepted(WorkRequests.current(working));
  }

  private Response delete(Call call) {
    var draft = call.draft();
    var found = find(call).filter(resource -> !kind.gone(resource));
    if (found.isEmpty()) {
      return missing(call);
    }
    var resource = found.get();
    var refusal =
        Refusal.first(
            () -> stale(call, resource),
            () ->
                Refusal.when(
                    kind.going(resource),
                    () -> Refusal.incorrectState(resource.id() + " is being deleted already.")),
            () -> blocked(draft, resource),
            () -> rules.refuseDelete(draft, resource));
    if (refusal.isPresent()) {
      return Response.of(refusal.get());
    }
    if (kind.work() == null) {
      Lifecycle.start(draft, resource, Event.DELETE);
      return Response.empty(204);
    }
    var working = WorkRequests.open(draft, resource, Event.DELETE);
    Lifecycle.start(draft, working, Event.DELETE);
    return Response.accepted(WorkRequests.current(working));
  }

  private Response move(Call call) {
    var found = find(call).filter(resource -> !kind.gone(resource));
    if (found.isEmpty()) {
      return missing(call);
    }
    var check = new InputCheck(call.draft(), call.draft().catalog());
    var refusal =
        Refusal.first(
            () -> stale(call, found.get()), () -> check.shape("changeCompartment", call.body()));
    if (refusal.isPresent()) {
      return Response.of(refusal.get());
    }
    call.draft().put(found.get().with("compartmentId", call.body().need("compartmentId")));
    return Response.empty(200);
  }

  private Response shown(Call call, Resource resource) {
    return Response.ok(resource, rules.view(call.state(), resource));
  }

  private Response missing(Call call) {
    return Response.of(Refusal.notFound(kind.name() + " " + call.param("id")));
  }

  private Optional<Resource> find(Call call) {
    return call.state()
        .get(call.param("id"))
        .filter(resource -> resource.kind().equals(kind.name()) && under(resource, call.params()));
  }

  /** Whether the resource belongs to the parents that the path names. */
  private static boolean under(Resource resource, Map<String, String> params) {
    return params.entrySet().stream()
        .allMatch(each ->
            each.getKey().equals("id") || each.getValue().equals(resource.text(each.getKey())));
  }

  private static Optional<Refusal> parentMissing(State state, Map<String, String> params) {
    return params.values().stream()
        .filter(id -> state.get(id).isEmpty())
        .findFirst()
        .map(Refusal::notFound);
  }

  private Optional<Refusal> nameTaken(State state, Doc body, String self) {
    String scope = kind.uniqueName();
    if (scope == null) {
      return Optional.empty();
    }
    String name = body.textOr(kind.nameField(), "");
    boolean taken =
        state.all(kind.name()).stream()
            .anyMatch(each ->
                !each.id().equals(self)
                    && !kind.gone(each)
                    && name.equals(each.text(kind.nameField()))
                    && body.textOr(scope, "").equals(each.text(scope)));
    String code =
        Character.toUpperCase(kind.name().charAt(0)) + kind.name().substring(1) + "AlreadyExists";
    return Refusal.when(
        taken,
        () -> new Refusal(409, code, "A " + kind.name() + " named '" + name + "' exists already."));
  }

  /** The fields that the cloud itself gives every new resource. */
  private Doc stamped(Draft draft, Doc input) {
    return input.orElse(
        Doc.of(
            kind.nameField(),
            kind.ocid() + Times.compact(draft.now()),
            "freeformTags",
            Map.of(),
            "definedTags",
            Map.of(),
            "timeCreated",
            kind.service().equals("20180222") ? null : draft.timestamp(),
            "timeLastModified",
            kind.service().equals("20200531") ? draft.timestamp() : null));
  }

  private Optional<Refusal> stale(Call call, Resource resource) {
    String wanted = call.request().header("if-match");
    return Refusal.when(
        wanted != null && !wanted.equals("*") && !wanted.replace("\"", "").equals(resource.etag()),
        () ->
            new Refusal(
                412,
                "NoEtagMatch",
                "The etag in if-match is not that of " + resource.id() + " any more."));
  }

  private Optional<Refusal> busy(Resource resource) {
    boolean creating = kind.staged() && resource.state().equals(kind.states().getFirst());
    boolean updating = resource.state().equals(kind.updating());
    return Refusal.when(
        creating || updating || kind.going(resource),
        () ->
            Refusal.incorrectState(
                resource.id() + " is " + resource.state() + ": try again later."));
  }

  private Optional<Refusal> blocked(Draft state, Resource resource) {
    for (Resource referrer : state.referrers(resource.id())) {
      boolean counts =
          !state.catalog().kind(referrer.kind()).gone(referrer)
              && kind.blockedBy().stream()
                  .anyMatch(blocker -> names(blocker, referrer, resource.id()));
      if (counts && rules.blocks(resource, referrer)) {
        return Optional.of(
            Refusal.conflict(
                "The %s %s cannot be deleted: the %s %s references it."
                    .formatted(kind.name(), resource.id(), referrer.kind(), referrer.id())));
      }
    }
    return Optional.empty();
  }

  private static boolean names(String blocker, Resource referrer, String id) {
    int dot = blocker.indexOf('.');
    return dot < 0
        ? blocker.equals(referrer.kind())
        : blocker.substring(0, dot).equals(referrer.kind())
            && referrer.body().doc(blocker.substring(dot + 1)).ocids().contains(id);
  }
}
