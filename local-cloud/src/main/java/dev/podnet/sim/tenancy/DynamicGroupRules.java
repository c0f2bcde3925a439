package dev.podnet.sim.tenancy;

import dev.podnet.sim.iam.BadStatement;
import dev.podnet.sim.iam.Compartments;
import dev.podnet.sim.iam.ConditionParser;
import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Rules;
import java.util.Optional;

/** A dynamic group: it belongs to the tenancy, and its rule must be understood. */
public final class DynamicGroupRules implements Rules {
  @Override
  public Optional<Refusal> refuseCreate(Draft draft, Doc input) {
    return Refusal.first(
        () ->
            Refusal.when(
                !new Compartments(draft).isTenancy(input.need("compartmentId")),
                () ->
                    Refusal.invalid(
                        "'compartmentId': dynamic groups belong to the tenancy itself.")),
        () -> badRule(input.need("matchingRule")));
  }

  @Override
  public Optional<Refusal> refuseUpdate(Draft draft, Resource old, Doc input, Doc merged) {
    return badRule(merged.need("matchingRule"));
  }

  private static Optional<Refusal> badRule(String rule) {
    try {
      ConditionParser.rule(rule);
      return Optional.empty();
    } catch (BadStatement e) {
      return Optional.of(
          Refusal.invalid("Unable to parse the matching rule: " + e.getMessage() + ": " + rule));
    }
  }
}
