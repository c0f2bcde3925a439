package dev.podnet.sim;

import dev.podnet.sim.model.Call;
import dev.podnet.sim.model.Catalog;
import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Kind;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Response;
import dev.podnet.sim.model.Route;
import dev.podnet.sim.model.State;
import dev.podnet.sim.tenancy.Seeds;
import java.util.ArrayList;
import java.util.List;

/** The simulator's own questions, under a path that OCI does not have. */
final class PodnetRoutes {
  private PodnetRoutes() {}

  static List<Route> routes() {
    return List.of(
        Route.of(
            "GET",
            "/podnet/health",
            call -> Response.ok(Doc.of("status", "UP", "pending", call.state().jobs().size()))),
        Route.of("GET", "/podnet/resources", PodnetRoutes::resources));
  }

  /** Every live resource that users made, whatever its kind. */
  private static Response resources(Call call) {
    return Response.ok(live(call.state(), call.draft().catalog()));
  }

  static List<Doc> live(State state, Catalog catalog) {
    var live = new ArrayList<Doc>();
    for (Kind kind : catalog.kinds().values()) {
      for (Resource resource : state.all(kind.name())) {
        if (!kind.hidden() && !kind.gone(resource) && !Seeds.planted(resource)) {
          live.add(
              Doc.of(
                  "kind", kind.name(),
                  "id", resource.id(),
                  "displayName", resource.body().textOr(kind.nameField(), ""),
                  "lifecycleState", resource.state()));
        }
      }
    }
    return live;
  }
}
