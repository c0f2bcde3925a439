package dev.podnet.sim.oke;

import dev.podnet.sim.model.Call;
import dev.podnet.sim.model.Checks;
import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Event;
import dev.podnet.sim.model.Lifecycle;
import dev.podnet.sim.model.Listing;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Response;
import dev.podnet.sim.model.Route;
import dev.podnet.sim.model.WorkRequests;
import dev.podnet.sim.network.Peers;
import java.util.List;

/** The container engine's operations that are not the same for every kind. */
public final class ClusterRoutes {
  private static final String BASE = "/20180222";

  private ClusterRoutes() {}

  public static List<Route> routes() {
    return List.of(
        Route.of("POST", BASE + "/clusters/{id}/kubeconfig/content", ClusterRoutes::kubeconfig),
        Route.of(
            "POST",
            BASE + "/clusters/{id}/actions/updateEndpointConfig",
            ClusterRoutes::updateEndpoint),
        Route.of("GET", BASE + "/clusterOptions/{id}", ClusterRoutes::clusterOptions),
        Route.of("GET", BASE + "/nodePoolOptions/{id}", ClusterRoutes::nodePoolOptions),
        Route.of("DELETE", BASE + "/nodePools/{id}/node/{nodeId}", ClusterRoutes::deleteNode),
        Route.of(
            "POST", BASE + "/clusters/{id}/nodes/{nodeId}/actions/reboot", ClusterRoutes::reboot),
        workRequestPart(BASE, "errors"),
        workRequestPart(BASE, "logs"),
        workRequestPart("/20200531", "errors"),
        workRequestPart("/20200531", "logs"));
  }

  private static Response kubeconfig(Call call) {
    var cluster = call.state().get(call.param("id")).filter(each -> each.kind().equals("cluster"));
    if (cluster.isEmpty()) {
      return Response.of(Refusal.notFound("cluster " + call.param("id")));
    }
    return Checks.shape(call.draft(), "kubeconfigContent", call.body())
        .map(Response::of)
        .orElseGet(() -> Response.ok(Kubeconfig.of(cluster.get(), server(call, cluster.get()))));
  }

  /** Groups and the public address may change; the subnet is for ever. */
  private static Response updateEndpoint(Call call) {
    var draft = call.draft();
    var found = draft.get(call.param("id")).filter(each -> each.kind().equals("cluster"));
    if (found.isEmpty()) {
      return Response.of(Refusal.notFound("cluster " + call.param("id")));
    }
    var cluster = found.get();
    var endpoint = cluster.body().doc("endpointConfig").withAll(call.body().doc("endpointConfig"));
    var refusal =
        Refusal.first(
            () -> Checks.shape(draft, "updateEndpointConfig", call.body()),
            () ->
                Refusal.when(
                    !cluster.state().equals("ACTIVE"),
                    () -> Refusal.incorrectState("The cluster is " + cluster.state() + ".")),
            () -> Peers.nsgs(draft, cluster.need("vcnId"), "nsgIds", endpoint.texts("nsgIds")),
            () -> ClusterRules.publicInPrivate(draft, endpoint));
    if (refusal.isPresent()) {
      return Response.of(refusal.get());
    }
    var working = WorkRequests.open(draft, cluster.with("endpointConfig", endpoint), Event.UPDATE);
    Lifecycle.start(draft, working, Event.UPDATE);
    return Response.accepted(WorkRequests.current(working));
  }

  private static String server(Call call, Resource cluster) {
    return call.draft().world().servers().apply(cluster.id());
  }

  private static Response clusterOptions(Call call) {
    return Response.ok(
        Doc.of(
            "kubernetesVersions", Versions.offered(call.draft().catalog()),
            "clusterPodNetworkOptions",
                List.of(
                    Doc.of("cniType", ClusterRules.NATIVE), Doc.of("cniType", "FLANNEL_OVERLAY"))));
  }

  private static Response nodePoolOptions(Call call) {
    var facts = call.draft().catalog().facts();
    var images = List.copyOf(call.state().all("image"));
    return Response.ok(
        Doc.of(
            "kubernetesVersions", Versions.offered(call.draft().catalog()),
            "shapes", facts.docs("shapes").stream().map(each -> each.need("name")).toList(),
            "images", images.stream().map(each -> each.need("displayName")).toList(),
            "sources",
                images.stream()
                    .map(each ->
                        Doc.of(
                            "sourceType", "IMAGE",
                            "imageId", each.id(),
                            "sourceName", each.need("displayName")))
                    .toList()));
  }

  private static Response deleteNode(Call call) {
    var draft = call.draft();
    var pool = draft.get(call.param("id")).filter(each -> each.kind().equals("nodePool"));
    var node =
        pool.stream()
            .flatMap(each -> NodePoolRules.nodes(draft, each).stream())
            .filter(each -> each.id().equals(call.param("nodeId")))
            .findFirst();
    if (pool.isEmpty() || node.isEmpty()) {
      return Response.of(Refusal.notFound("node " + call.param("nodeId")));
    }
    if (!pool.get().state().equals("ACTIVE") && !pool.get().state().equals("NEEDS_ATTENTION")) {
      return Response.of(Refusal.incorrectState("The node pool is " + pool.get().state() + "."));
    }
    new NodeLauncher(draft, pool.get()).terminate(node.get());
    String asked = call.request().query("isDecrementSize");
    boolean smaller = asked == null || asked.equals("true");
    var config = pool.get().body().doc("nodeConfigDetails");
    var resized =
        smaller
            ? pool.get()
                .with("nodeConfigDetails", config.with("size", config.numberOr("size", 1) - 1))
            : pool.get();
    var working = WorkRequests.open(draft, resized, Event.UPDATE);
    Lifecycle.start(draft, working, Event.UPDATE);
    return Response.accepted(WorkRequests.current(working));
  }

  private static Response reboot(Call call) {
    var draft = call.draft();
    var node =
        draft
            .get(call.param("nodeId"))
            .filter(each -> each.kind().equals("instance"))
            .filter(each -> Membership.isOf(each, call.param("id")));
    var refusal =
        Refusal.first(
            () -> Checks.shape(draft, "rebootNode", call.body()),
            () ->
                Refusal.when(
                    node.isEmpty(), () -> Refusal.notFound("node " + call.param("nodeId"))),
            () ->
                Refusal.when(
                    !node.orElseThrow().state().equals("RUNNING"),
                    () -> Refusal.incorrectState("The node is " + node.get().state() + ".")));
    if (refusal.isPresent()) {
      return Response.of(refusal.get());
    }
    var working =
        WorkRequests.open(
            draft, node.orElseThrow(), "CLUSTER_NODE_REBOOT", "instance", Event.UPDATE);
    Lifecycle.start(draft, working, Event.UPDATE);
    return Response.accepted(WorkRequests.current(working));
  }

  private static Route workRequestPart(String base, String part) {
    return Route.of(
        "GET",
        base + "/workRequests/{id}/" + part,
        call ->
            call.state()
                .get(call.param("id"))
                .filter(each -> each.kind().endsWith("orkRequest"))
                .map(request -> Listing.page(call.request(), request.inner().docs(part)))
                .orElseGet(
                    () -> Response.of(Refusal.notFound("work request " + call.param("id")))));
  }
}
