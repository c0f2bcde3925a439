package dev.podnet.sim.network;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Rules;
import java.util.Optional;

/** A route table of a DRG: those that the DRG gives to new attachments stay. */
public final class DrgRouteTableRules implements Rules {
  @Override
  public Resource create(Draft draft, Resource fresh, Doc input) {
    String compartment = draft.get(input.need("drgId")).orElseThrow().need("compartmentId");
    return fresh.withBody(
        fresh.body().orElse(Doc.of("compartmentId", compartment, "isEcmpEnabled", false)));
  }

  @Override
  public Optional<Refusal> refuseDelete(Draft draft, Resource table) {
    var drg = draft.get(table.need("drgId")).orElseThrow();
    return Refusal.when(
        drg.body().doc("defaultDrgRouteTables").ocids().contains(table.id()),
        () ->
            Refusal.conflict(
                "The route table " + table.id() + " is a default of its DRG " + drg.id() + "."));
  }
}
