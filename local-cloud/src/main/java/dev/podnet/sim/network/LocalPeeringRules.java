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

/** A local peering gateway, and its connection with one of another VCN. */
public final class LocalPeeringRules implements Rules {
  private static final String KIND = "localPeeringGateway";
  private static final int MOST_IN_A_VCN = 10;

  public static List<Route> routes() {
    return List.of(
        Route.of(
            "POST",
            "/20160918/localPeeringGateways/{id}/actions/connect",
            LocalPeeringRules::connect));
  }

  @Override
  public Optional<Refusal> refuseCreate(Draft draft, Doc input) {
    String vcnId = input.need("vcnId");
    long present =
        draft.all(KIND).stream().filter(each -> vcnId.equals(each.text("vcnId"))).count();
    return Refusal.first(
        () ->
            Refusal.when(
                present >= MOST_IN_A_VCN,
                () ->
                    Refusal.limit(
                        "A VCN has at most " + MOST_IN_A_VCN + " local peering gateways.")),
        () -> badTable(draft, vcnId, input));
  }

  @Override
  public Resource create(Draft draft, Resource fresh, Doc input) {
    return fresh.with("peeringStatus", "NEW").with("isCrossTenancyPeering", false);
  }

  @Override
  public Optional<Refusal> refuseUpdate(Draft draft, Resource old, Doc input, Doc merged) {
    return badTable(draft, old.need("vcnId"), merged);
  }

  @Override
  public Finished finished(Draft draft, Resource gateway, Event event) {
    if (event == Event.DELETE) {
      peer(draft, gateway).ifPresent(each -> draft.put(each.with("peeringStatus", "REVOKED")));
    }
    return Finished.well(gateway);
  }

  private static Response connect(Call call) {
    var draft = call.draft();
    var own = draft.get(call.param("id")).filter(each -> each.kind().equals(KIND));
    if (own.isEmpty()) {
      return Response.of(Refusal.notFound(KIND + " " + call.param("id")));
    }
    return Checks.shape(draft, "connectPeering", call.body())
        .or(() -> unfit(draft, own.get(), draft.get(call.body().need("peerId")).orElseThrow()))
        .map(Response::of)
        .orElseGet(() -> {
          var other = draft.get(call.body().need("peerId")).orElseThrow();
          draft.put(peered(draft, own.get(), other));
          draft.put(peered(draft, other, own.get()));
          return Response.empty(204);
        });
  }

  private static Optional<Refusal> unfit(Draft draft, Resource own, Resource other) {
    boolean overlap =
        blocks(draft, own).stream()
            .map(Cidr::of)
            .anyMatch(each -> blocks(draft, other).stream().map(Cidr::of).anyMatch(each::overlaps));
    return Refusal.first(
        () ->
            Refusal.when(
                own.need("vcnId").equals(other.need("vcnId")),
                () -> Refusal.invalid("'peerId': both gateways are in one VCN.")),
        () ->
            List.of(own, other).stream()
                .filter(each -> !each.need("peeringStatus").equals("NEW"))
                .findFirst()
                .map(each ->
                    Refusal.incorrectState(
                        each.id() + " is " + each.need("peeringStatus") + " already.")),
        () ->
            Refusal.when(
                overlap, () -> Refusal.invalid("The IPv4 blocks of the two VCNs overlap.")));
  }

  private static Resource peered(Draft draft, Resource own, Resource other) {
    return own.with("peeringStatus", "PEERED")
        .with("peerId", other.id())
        .with("peerAdvertisedCidr", blocks(draft, other).getFirst())
        .with("peerAdvertisedCidrDetails", blocks(draft, other));
  }

  private static Optional<Resource> peer(Draft draft, Resource gateway) {
    String id = gateway.text("peerId");
    return id == null ? Optional.empty() : draft.get(id);
  }

  private static List<String> blocks(Draft draft, Resource gateway) {
    return draft.get(gateway.need("vcnId")).orElseThrow().body().texts("cidrBlocks");
  }

  private static Optional<Refusal> badTable(Draft draft, String vcnId, Doc body) {
    String table = body.text("routeTableId");
    return table == null ? Optional.empty() : Peers.sameVcn(draft, vcnId, "routeTableId", table);
  }
}
