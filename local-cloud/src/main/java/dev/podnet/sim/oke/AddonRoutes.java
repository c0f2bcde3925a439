package dev.podnet.sim.oke;

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
import dev.podnet.sim.model.WorkRequests;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Add-ons are addressed by name within their cluster, and "delete" means disable. */
public final class AddonRoutes {
  private static final String PATH = "/20180222/clusters/{id}/addons";
  private static final List<String> INNER = List.of("id", "clusterId", "compartmentId");

  private AddonRoutes() {}

  public static List<Route> routes() {
    return List.of(
        Route.of("GET", "/20180222/addonOptions", AddonRoutes::options),
        Route.of("GET", PATH, call -> onCluster(call, AddonRoutes::list)),
        Route.of("GET", PATH + "/{name}", call -> onCluster(call, AddonRoutes::get)),
        Route.of("POST", PATH, call -> onCluster(call, AddonRoutes::install)),
        Route.of("PUT", PATH + "/{name}", call -> onCluster(call, AddonRoutes::update)),
        Route.of("DELETE", PATH + "/{name}", call -> onCluster(call, AddonRoutes::disable)));
  }

  private static Response onCluster(Call call, BiFunction<Call, Resource, Response> operation) {
    return call.state()
        .get(call.param("id"))
        .filter(each -> each.kind().equals("cluster") && !each.state().equals("DELETED"))
        .map(cluster -> operation.apply(call, cluster))
        .orElseGet(() -> Response.of(Refusal.notFound("cluster " + call.param("id"))));
  }

  private static Response list(Call call, Resource cluster) {
    var addons =
        call.state().referrers(cluster.id()).stream()
            .filter(each -> each.kind().equals("addon"))
            .map(each -> each.body().without(INNER).without(List.of("configurations")))
            .toList();
    return Listing.page(call.request(), addons);
  }

  private static Response get(Call call, Resource cluster) {
    return Addons.find(call.draft(), cluster.id(), call.param("name"))
        .map(addon -> Response.ok(addon, addon.body().without(INNER)))
        .orElseGet(() -> missing(call));
  }

  private static Response install(Call call, Resource cluster) {
    var draft = call.draft();
    var input = call.body();
    var refusal =
        Refusal.first(
            () -> Checks.shape(draft, "installAddon", input),
            () -> badChange(draft, cluster, input.need("addonName"), input));
    if (refusal.isPresent()) {
      return Response.of(refusal.get());
    }
    var existing = Addons.find(draft, cluster.id(), input.need("addonName"));
    if (existing.isPresent()) {
      return input.flag("isOverrideExisting")
          ? change(
              draft,
              cluster,
              existing.get(),
              input.without(List.of("addonName", "isOverrideExisting")))
          : Response.of(
              Refusal.conflict(
                  "The add-on "
                      + input.need("addonName")
                      + " is installed already: set 'isOverrideExisting' to take it over."));
    }
    return start(draft, Addons.fresh(draft, cluster, input), "ENABLE_ADDON", Event.CREATE);
  }

  private static Response update(Call call, Resource cluster) {
    var draft = call.draft();
    var addon = Addons.find(draft, cluster.id(), call.param("name"));
    if (addon.isEmpty()) {
      return missing(call);
    }
    var refusal =
        Refusal.first(
            () -> Checks.shape(draft, "updateAddon", call.body()),
            () -> badChange(draft, cluster, call.param("name"), call.body()));
    return refusal
        .map(Response::of)
        .orElseGet(() -> change(draft, cluster, addon.get(), call.body()));
  }

  private static Response change(Draft draft, Resource cluster, Resource addon, Doc input) {
    var body = addon.body().without(List.of("version")).withAll(input);
    return start(
        draft, addon.withBody(Addons.settled(draft, cluster, body)), "UPDATE_ADDON", Event.UPDATE);
  }

  private static Response disable(Call call, Resource cluster) {
    var addon = Addons.find(call.draft(), cluster.id(), call.param("name"));
    if (addon.isEmpty()) {
      return missing(call);
    }
    if (call.request().query("isRemoveExistingAddOn") == null) {
      return Response.of(
          Refusal.missing("The query parameter 'isRemoveExistingAddOn' is required."));
    }
    return start(call.draft(), addon.get(), "DISABLE_ADDON", Event.DELETE);
  }

  private static Response start(Draft draft, Resource addon, String operation, Event event) {
    var working = WorkRequests.open(draft, addon, operation, "addon", event);
    Lifecycle.start(draft, working, event);
    return Response.accepted(WorkRequests.current(working));
  }

  /** A basic cluster has its add-ons as they are; versions and keys must be known. */
  private static Optional<Refusal> badChange(
      Draft draft, Resource cluster, String name, Doc input) {
    var offered = Addons.offered(draft.catalog(), name);
    return Refusal.first(
        () -> Refusal.when(offered.isEmpty(), () -> Refusal.notFound("add-on " + name)),
        () ->
            Refusal.when(
                !ClusterRules.isEnhanced(cluster),
                () ->
                    Refusal.invalid(
                        "Add-ons of a basic cluster cannot be managed: it must be an"
                            + " ENHANCED_CLUSTER.")),
        () -> badVersion(cluster, offered.orElseThrow(), input),
        () -> badKey(offered.orElseThrow(), input));
  }

  private static Optional<Refusal> badVersion(Resource cluster, Doc offered, Doc input) {
    String version = input.text("version");
    var versions =
        Addons.versions(offered, cluster.need("kubernetesVersion")).stream()
            .map(each -> each.need("number"))
            .toList();
    return Refusal.when(
        version != null && !versions.contains(version),
        () ->
            Refusal.invalid(
                "'version': %s is not offered for Kubernetes %s; there are %s."
                    .formatted(version, cluster.need("kubernetesVersion"), versions)));
  }

  private static Optional<Refusal> badKey(Doc offered, Doc input) {
    var keys = offered.texts("configurations");
    return input.docs("configurations").stream()
        .map(each -> each.textOr("key", ""))
        .filter(key -> !keys.contains(key))
        .findFirst()
        .map(key ->
            Refusal.invalid(
                "'configurations': the add-on has no key '" + key + "'; it has " + keys + "."));
  }

  private static Response options(Call call) {
    String version = call.request().query("kubernetesVersion");
    if (version == null) {
      return Response.of(Refusal.missing("The query parameter 'kubernetesVersion' is required."));
    }
    String name = call.request().query("addonName");
    var shown =
        call.draft().catalog().facts().docs("addons").stream()
            .filter(each -> name == null || name.equals(each.text("name")))
            .map(each -> option(each, version))
            .toList();
    return Listing.page(call.request(), shown);
  }

  private static Doc option(Doc addon, String kubernetesVersion) {
    var keys =
        addon.texts("configurations").stream()
            .map(key -> Doc.of("key", key, "isRequired", false))
            .toList();
    var versions =
        Addons.versions(addon, kubernetesVersion).stream()
            .map(each ->
                Doc.of(
                    "versionNumber", each.text("number"),
                    "status", each.text("status"),
                    "description", addon.text("description"),
                    "kubernetesVersionFilters",
                        Doc.of(
                            "minimalVersion",
                            each.text("minimal"),
                            "maximumVersion",
                            each.text("maximal")),
                    "configurations", keys))
            .toList();
    return Doc.of(
        "name",
        addon.text("name"),
        "lifecycleState",
        "ACTIVE",
        "isEssential",
        addon.flag("essential"),
        "addonGroup",
        addon.text("group"),
        "description",
        addon.text("description"),
        "versions",
        versions,
        "freeformTags",
        Doc.EMPTY,
        "definedTags",
        Doc.EMPTY);
  }

  private static Response missing(Call call) {
    return Response.of(
        Refusal.notFound("add-on " + call.param("name") + " of " + call.param("id")));
  }
}
