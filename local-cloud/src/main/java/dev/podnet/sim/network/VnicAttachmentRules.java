package dev.podnet.sim.network;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Event;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Rules;
import java.util.Optional;

/** A VNIC attached by hand, beside those that node pools make. */
public final class VnicAttachmentRules implements Rules {
  @Override
  public Optional<Refusal> refuseCreate(Draft draft, Doc input) {
    var instance = draft.get(input.need("instanceId")).orElseThrow();
    var details = input.doc("createVnicDetails");
    var subnet = draft.get(details.need("subnetId")).orElseThrow();
    int most =
        ShapeLimits.find(draft.catalog(), instance.need("shape"))
            .map(shape -> ShapeLimits.vnics(shape, instance.body().doc("shapeConfig")))
            .orElse(2);
    return Refusal.first(
        () ->
            Refusal.when(
                Vnics.of(draft, instance).size() >= most,
                () ->
                    Refusal.limit(
                        "The shape " + instance.need("shape") + " allows " + most + " VNICs.")),
        () -> Peers.nsgs(draft, subnet.need("vcnId"), "nsgIds", details.texts("nsgIds")),
        () ->
            Refusal.when(
                Addresses.of(draft, subnet).takeHost().isEmpty(),
                () -> Refusal.limit("The subnet " + subnet.id() + " has no free address.")));
  }

  @Override
  public Resource create(Draft draft, Resource fresh, Doc input) {
    var details = input.doc("createVnicDetails");
    var subnet = draft.get(details.need("subnetId")).orElseThrow();
    var spec =
        new Vnics.Spec(
            draft.get(input.need("instanceId")).orElseThrow(),
            subnet,
            Addresses.of(draft, subnet).takeHost().orElseThrow(),
            false,
            details,
            input.text("displayName"),
            input.number("nicIndex"));
    Vnics.attachAs(draft, spec, fresh);
    return draft.get(fresh.id()).orElseThrow();
  }

  @Override
  public Optional<Refusal> refuseDelete(Draft draft, Resource attachment) {
    return draft
        .get(attachment.need("vnicId"))
        .filter(vnic -> vnic.body().flag("isPrimary"))
        .map(_ -> Refusal.incorrectState("The primary VNIC of an instance cannot be detached."));
  }

  @Override
  public Finished finished(Draft draft, Resource attachment, Event event) {
    if (event == Event.DELETE) {
      draft
          .get(attachment.need("vnicId"))
          .filter(vnic -> !vnic.state().equals("TERMINATING"))
          .ifPresent(vnic -> Vnics.remove(draft, vnic));
    }
    return Finished.well(attachment);
  }
}
