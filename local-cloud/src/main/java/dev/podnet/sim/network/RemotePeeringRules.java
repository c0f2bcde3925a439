package dev.podnet.sim.network;

import dev.podnet.sim.model.Call;
import dev.podnet.sim.model.Checks;
import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Event;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Response;
import dev.podnet.sim.model.Route;
import dev.podnet.sim.model.Rules;
import java.util.List;
import java.util.Optional;

/**
 * A DRG's end of a connection with another DRG. A peer in another region is not there to answer, so
 * that its connection stays pending.
 */
public final class RemotePeeringRules implements Rules {
  private static final String KIND = "remotePeeringConnection";

  public static List<Route> routes() {
    return List.of(
        Route.of(
            "POST",
            "/20160918/remotePeeringConnections/{id}/actions/connect",
            RemotePeeringRules::connect));
  }

  @Override
  public Resource create(Draft draft, Resource fresh, Doc input) {
    return fresh.with("peeringStatus", "NEW").with("isCrossTenancyPeering", false);
  }

  @Override
  public Finished finished(Draft draft, Resource own, Event event) {
    String id = own.text("peerId");
    if (event == Event.DELETE && id != null) {
      draft.get(id).ifPresent(each -> draft.put(each.with("peeringStatus", "REVOKED")));
    }
    return Finished.well(own);
  }

  private static Response connect(Call call) {
    var draft = call.draft();
    var own = draft.get(call.param("id")).filter(each -> each.kind().equals(KIND));
    if (own.isEmpty()) {
      return Response.of(Refusal.notFound(KIND + " " + call.param("id")));
    }
    return Checks.shape(draft, "connectRemote", call.body())
        .or(() -> unfit(draft, own.get(), call.body()))
        .map(Response::of)
        .orElseGet(() -> {
          peer(draft, own.get(), call.body());
          return Response.empty(204);
        });
  }

  private static Optional<Refusal> unfit(Draft draft, Resource own, Doc body) {
    var other = draft.get(body.need("peerId")).filter(each -> each.kind().equals(KIND));
    boolean here = body.need("peerRegionName").equals(draft.catalog().region());
    return Refusal.first(
        () ->
            Refusal.when(
                here && other.isEmpty(), () -> Refusal.notFound("peerId " + body.need("peerId"))),
        () ->
            Refusal.when(
                other.filter(each -> each.need("drgId").equals(own.need("drgId"))).isPresent(),
                () -> Refusal.invalid("'peerId': both connections are of one DRG.")),
        () ->
            Refusal.when(
                !own.need("peeringStatus").equals("NEW"),
                () ->
                    Refusal.incorrectState(
                        own.id() + " is " + own.need("peeringStatus") + " already.")));
  }

  private static void peer(Draft draft, Resource own, Doc body) {
    var other = draft.get(body.need("peerId"));
    String status = other.isPresent() ? "PEERED" : "PENDING";
    draft.put(
        own.with("peerId", body.need("peerId"))
            .with("peerRegionName", body.need("peerRegionName"))
            .with("peeringStatus", status));
    other.ifPresent(each ->
        draft.put(
            each.with("peerId", own.id())
                .with("peerRegionName", draft.catalog().region())
                .with("peeringStatus", status)));
  }
}
