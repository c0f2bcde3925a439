package dev.podnet.sim.tenancy;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Rules;
import java.util.Optional;

/** A compartment: at most six levels deep, and deleted only when nothing is left in it. */
public final class CompartmentRules implements Rules {
  private static final int DEEPEST = 6;

  @Override
  public Optional<Refusal> refuseCreate(Draft draft, Doc input) {
    return Refusal.first(
        () -> badName(input.need("name")),
        () ->
            Refusal.when(
                depth(draft, input.need("compartmentId")) >= DEEPEST,
                () ->
                    Refusal.limit("Compartments can be nested " + DEEPEST + " levels deep only.")));
  }

  @Override
  public Resource create(Draft draft, Resource fresh, Doc input) {
    return fresh.with("isAccessible", true);
  }

  @Override
  public Optional<Refusal> refuseUpdate(Draft draft, Resource old, Doc input, Doc merged) {
    return badName(merged.need("name"));
  }

  @Override
  public Optional<Refusal> refuseDelete(Draft draft, Resource compartment) {
    return draft.referrers(compartment.id()).stream()
        .filter(each -> compartment.id().equals(each.text("compartmentId")))
        .filter(each -> !draft.catalog().kind(each.kind()).gone(each))
        .filter(each -> !each.kind().endsWith("orkRequest"))
        .findFirst()
        .map(each ->
            Refusal.conflict(
                "The compartment %s is not empty: it holds the %s %s."
                    .formatted(compartment.id(), each.kind(), each.id())));
  }

  private static Optional<Refusal> badName(String name) {
    return Refusal.when(
        !name.matches("[A-Za-z0-9._-]{1,100}"),
        () ->
            Refusal.invalid(
                "'name' must be 1 to 100 letters, digits, periods, hyphens and underscores, not '"
                    + name
                    + "'."));
  }

  /** How many levels a compartment lies below the tenancy, which is none itself. */
  private static int depth(Draft draft, String id) {
    var parent = draft.get(id).map(each -> each.text("compartmentId"));
    return parent.map(each -> 1 + depth(draft, each)).orElse(0);
  }
}
