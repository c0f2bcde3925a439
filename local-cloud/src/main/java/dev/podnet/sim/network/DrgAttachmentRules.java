package dev.podnet.sim.network;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Rules;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The attachment of a VCN to a DRG. Old clients name the VCN directly, new ones in
 * "networkDetails": answers have both.
 */
public final class DrgAttachmentRules implements Rules {
  @Override
  public Optional<Refusal> refuseCreate(Draft draft, Doc input) {
    String vcnId = vcn(input);
    return Refusal.first(
        () ->
            Refusal.when(
                input.has("vcnId") == input.has("networkDetails"),
                () -> Refusal.invalid("Exactly one of 'vcnId' and 'networkDetails' is required.")),
        () ->
            Refusal.when(
                vcnId == null
                    || draft.get(vcnId).filter(each -> each.kind().equals("vcn")).isEmpty(),
                () -> Refusal.notFound("networkDetails.id " + vcnId)),
        () ->
            draft.all("drgAttachment").stream()
                .filter(each -> String.valueOf(vcnId).equals(each.text("vcnId")))
                .findFirst()
                .map(each ->
                    Refusal.conflict(
                        "The VCN %s is attached to the DRG %s already."
                            .formatted(vcnId, each.text("drgId")))),
        () -> badTables(draft, String.valueOf(vcnId), input.need("drgId"), input));
  }

  @Override
  public Resource create(Draft draft, Resource fresh, Doc input) {
    var drg = draft.get(input.need("drgId")).orElseThrow();
    return described(
        fresh.withBody(
            fresh
                .body()
                .orElse(
                    Doc.of(
                        "compartmentId",
                        drg.text("compartmentId"),
                        "vcnId",
                        vcn(input),
                        "isCrossTenancy",
                        false,
                        "drgRouteTableId",
                        drg.body().doc("defaultDrgRouteTables").text("vcn")))));
  }

  @Override
  public Optional<Refusal> refuseUpdate(Draft draft, Resource old, Doc input, Doc merged) {
    return badTables(draft, old.need("vcnId"), old.need("drgId"), merged);
  }

  @Override
  public Resource update(Draft draft, Resource old, Resource merged) {
    return described(merged);
  }

  private static Optional<Refusal> badTables(Draft draft, String vcnId, String drgId, Doc body) {
    String inVcn = vcnTable(body);
    String inDrg = body.text("drgRouteTableId");
    return Refusal.first(
        () -> inVcn == null ? Optional.empty() : Peers.sameVcn(draft, vcnId, "routeTableId", inVcn),
        () ->
            inDrg == null
                ? Optional.empty()
                : DrgRules.foreign(draft, drgId, "drgRouteTableId", inDrg));
  }

  private static Resource described(Resource attachment) {
    var body = attachment.body();
    var network =
        body.doc("networkDetails")
            .withAll(
                Doc.of("type", "VCN", "id", body.text("vcnId"), "routeTableId", vcnTable(body)))
            .orElse(Doc.of("vcnRouteType", "SUBNET_CIDRS"));
    return attachment.with("networkDetails", network).with("routeTableId", vcnTable(body));
  }

  private static @Nullable String vcn(Doc input) {
    String direct = input.text("vcnId");
    return direct == null ? input.doc("networkDetails").text("id") : direct;
  }

  /** The newer field wins: an update names it there. */
  private static @Nullable String vcnTable(Doc body) {
    String nested = body.doc("networkDetails").text("routeTableId");
    return nested == null ? body.text("routeTableId") : nested;
  }
}
