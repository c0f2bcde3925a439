package dev.podnet.sim.compute;

import dev.podnet.sim.model.Call;
import dev.podnet.sim.model.Checks;
import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Event;
import dev.podnet.sim.model.Lifecycle;
import dev.podnet.sim.model.Listing;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Response;
import dev.podnet.sim.model.Route;
import dev.podnet.sim.model.Rules;
import dev.podnet.sim.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** A pool keeps as many instances of a configuration as it is told to have. */
public final class InstancePoolRules implements Rules {
  private static final String POOL = "instancePoolId";

  public static List<Route> routes() {
    String pool = "/20160918/instancePools/{id}";
    var routes = new ArrayList<Route>();
    routes.add(Route.of("GET", pool + "/instances", call -> on(call, InstancePoolRules::list)));
    routes.add(
        Route.of(
            "GET", pool + "/instances/{instanceId}", call -> on(call, InstancePoolRules::get)));
    routes.add(Route.of("POST", pool + "/instances", call -> on(call, InstancePoolRules::attach)));
    routes.add(
        Route.of(
            "POST", pool + "/actions/detachInstance", call -> on(call, InstancePoolRules::detach)));
    for (String action : List.of("start", "stop", "reset", "softreset", "softstop")) {
      routes.add(
          Route.of(
              "POST",
              pool + "/actions/" + action,
              call -> on(call, (asked, found) -> power(asked, found, action))));
    }
    return routes;
  }

  @Override
  public Optional<Refusal> refuseCreate(Draft draft, Doc input) {
    return refuse(draft, input);
  }

  @Override
  public Optional<Refusal> refuseUpdate(Draft draft, Resource old, Doc input, Doc merged) {
    return refuse(draft, merged);
  }

  @Override
  public Resource update(Draft draft, Resource old, Resource merged) {
    return merged.withBody(shown(merged.body()));
  }

  @Override
  public Resource create(Draft draft, Resource fresh, Doc input) {
    return fresh.withBody(shown(fresh.body()));
  }

  @Override
  public Finished finished(Draft draft, Resource pool, Event event) {
    var wanted = event == Event.DELETE ? 0 : pool.body().numberOr("size", 0);
    var instances = new ArrayList<>(instances(draft, pool));
    while (instances.size() > wanted) {
      Lifecycle.start(draft, instances.removeLast(), Event.DELETE);
    }
    while (instances.size() < wanted) {
      var details = details(draft, pool, instances.size());
      // The pool stays as large as it could become, as where a shape is out of stock.
      if (InstanceCheck.refuse(draft, details).isPresent()) {
        break;
      }
      instances.add(launch(draft, pool, details));
    }
    return Finished.well(pool);
  }

  /** The placement is said once more in the newer of two ways. */
  private static Doc shown(Doc pool) {
    return pool.with(
        "placementConfigurations",
        pool.docs("placementConfigurations").stream()
            .map(each -> each.with("primarySubnetId", subnet(each)))
            .toList());
  }

  private static String subnet(Doc placement) {
    return placement
        .doc("primaryVnicSubnets")
        .textOr("subnetId", placement.textOr("primarySubnetId", ""));
  }

  private static Optional<Refusal> refuse(Draft draft, Doc pool) {
    long size = pool.numberOr("size", 0);
    return Refusal.first(
        () ->
            Refusal.when(
                size < 0, () -> Refusal.invalid("'size' must be 0 or more, not " + size + ".")),
        () ->
            Refusal.when(
                pool.docs("placementConfigurations").isEmpty(),
                () -> Refusal.missing("'placementConfigurations' is required.")),
        () ->
            pool.docs("placementConfigurations").stream()
                .flatMap(each -> InstanceCheck.badDomain(draft, each).stream())
                .findFirst(),
        () -> size == 0 ? Optional.empty() : InstanceCheck.refuse(draft, details(draft, pool, 0)));
  }

  /** What the i-th instance of a pool is launched with. */
  private static Doc details(Draft draft, Resource pool, int i) {
    return details(draft, pool.body(), i);
  }

  private static Doc details(Draft draft, Doc pool, int i) {
    var configuration = draft.get(pool.need("instanceConfigurationId")).orElseThrow();
    var launch = InstanceConfigurationRules.launch(configuration);
    var placements = pool.docs("placementConfigurations");
    var placement = placements.get(i % placements.size());
    var facts = draft.catalog().facts();
    var domains =
        placement.texts("faultDomains").isEmpty()
            ? facts.texts("faultDomains")
            : placement.texts("faultDomains");
    String subnet = subnet(placement);
    var vnic = launch.doc("createVnicDetails");
    return launch
        .orElse(Doc.of("compartmentId", pool.text("compartmentId")))
        .withAll(
            Doc.of(
                "availabilityDomain",
                placement.text("availabilityDomain"),
                "faultDomain",
                domains.get(i / placements.size() % domains.size()),
                "createVnicDetails",
                subnet.isEmpty() ? vnic : vnic.with("subnetId", subnet)));
  }

  private static Resource launch(Draft draft, Resource pool, Doc details) {
    var body =
        details.withAll(
            Doc.of(
                "displayName",
                "inst-" + draft.ids().number(100_000) + "-" + pool.text("displayName"),
                "instanceConfigurationId",
                pool.text("instanceConfigurationId"),
                "timeCreated",
                draft.timestamp()));
    var fresh = draft.fresh("instance", body.orElse(TAGS));
    return Lifecycle.start(
        draft,
        InstanceRules.described(draft, fresh, details).withInner(POOL, pool.id()),
        Event.CREATE);
  }

  private static final Doc TAGS = Doc.of("freeformTags", Doc.EMPTY, "definedTags", Doc.EMPTY);

  /** The live instances of a pool, oldest first. */
  private static List<Resource> instances(State state, Resource pool) {
    return state.all("instance").stream()
        .filter(each -> pool.id().equals(each.inner().text(POOL)))
        .filter(each -> !each.state().startsWith("TERMINAT"))
        .toList();
  }

  private static Response on(Call call, BiFunction<Call, Resource, Response> operation) {
    return call.state()
        .get(call.param("id"))
        .filter(each -> each.kind().equals("instancePool") && !each.state().startsWith("TERMINAT"))
        .map(pool -> operation.apply(call, pool))
        .orElseGet(() -> Response.of(Refusal.notFound("instancePool " + call.param("id"))));
  }

  private static Response list(Call call, Resource pool) {
    return Listing.page(
        call.request(),
        instances(call.state(), pool).stream().map(InstancePoolRules::summary).toList());
  }

  private static Response get(Call call, Resource pool) {
    return member(call, pool, call.param("instanceId"))
        .map(each -> Response.ok(each, summary(each)))
        .orElseGet(() -> noMember(pool, call.param("instanceId")));
  }

  /** A running instance of the pool's compartment that no pool has joins one, which grows. */
  private static Response attach(Call call, Resource pool) {
    var draft = call.draft();
    String id = call.body().textOr("instanceId", "");
    var instance =
        draft
            .get(id)
            .filter(each -> each.kind().equals("instance"))
            .filter(InstancePoolRules::free);
    var refusal =
        Refusal.first(
            () -> Checks.shape(draft, "attachToPool", call.body()),
            () -> Refusal.when(instance.isEmpty(), () -> Refusal.notFound("free instance " + id)));
    if (refusal.isPresent()) {
      return Response.of(refusal.get());
    }
    var member =
        draft.put(
            instance
                .orElseThrow()
                .with("instanceConfigurationId", pool.text("instanceConfigurationId"))
                .withInner(POOL, pool.id()));
    draft.put(pool.with("size", pool.body().numberOr("size", 0) + 1));
    return Response.ok(member, summary(member));
  }

  private static Response detach(Call call, Resource pool) {
    var draft = call.draft();
    String id = call.body().textOr("instanceId", "");
    var member = member(call, pool, id);
    var refusal = Checks.shape(draft, "detachFromPool", call.body());
    if (refusal.isPresent() || member.isEmpty()) {
      return refusal.map(Response::of).orElseGet(() -> noMember(pool, id));
    }
    var freed = draft.put(member.get().withInner(POOL, null));
    if (call.body().flag("isAutoTerminate")) {
      Lifecycle.start(draft, freed, Event.DELETE);
    }
    boolean smaller = !call.body().has("isDecrementSize") || call.body().flag("isDecrementSize");
    var left = smaller ? pool.with("size", pool.body().numberOr("size", 1) - 1) : pool;
    Lifecycle.start(draft, left, Event.UPDATE);
    return Response.empty(204);
  }

  private static Response power(Call call, Resource pool, String action) {
    String name = action.toUpperCase(Locale.ROOT);
    for (Resource each : instances(call.draft(), pool)) {
      InstanceActions.apply(call.draft(), each, name);
    }
    var state =
        switch (name) {
          case "STOP", "SOFTSTOP" -> "STOPPED";
          default -> "RUNNING";
        };
    var changed = call.draft().put(pool.with("lifecycleState", state));
    return Response.ok(changed, changed.body());
  }

  private static Optional<Resource> member(Call call, Resource pool, String id) {
    return instances(call.state(), pool).stream().filter(each -> each.id().equals(id)).findFirst();
  }

  private static boolean free(Resource instance) {
    return instance.state().equals("RUNNING") && !instance.inner().has(POOL);
  }

  private static Response noMember(Resource pool, String id) {
    return Response.of(Refusal.notFound("instance " + id + " in " + pool.id()));
  }

  private static Doc summary(Resource instance) {
    return Doc.of(
        "id", instance.id(),
        "instancePoolId", instance.inner().text(POOL),
        "lifecycleState", "ACTIVE",
        "availabilityDomain", instance.text("availabilityDomain"),
        "compartmentId", instance.text("compartmentId"),
        "displayName", instance.text("displayName"),
        "faultDomain", instance.text("faultDomain"),
        "instanceConfigurationId", instance.text("instanceConfigurationId"),
        "region", instance.text("region"),
        "shape", instance.text("shape"),
        "state", instance.state().equals("STOPPED") ? "Stopped" : "Running",
        "timeCreated", instance.text("timeCreated"));
  }
}
