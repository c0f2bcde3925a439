package dev.podnet.sim.tenancy;

import dev.podnet.sim.iam.BadStatement;
import dev.podnet.sim.iam.Compartments;
import dev.podnet.sim.iam.ResourceTypes;
import dev.podnet.sim.iam.Statement;
import dev.podnet.sim.iam.StatementParser;
import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Rules;
import java.util.Optional;

/**
 * A policy: its statements must be understood, and speak of the part of the tree it is attached to.
 */
public final class PolicyRules implements Rules {
  private static final int MOST_STATEMENTS = 50;

  @Override
  public Optional<Refusal> refuseCreate(Draft draft, Doc input) {
    return badStatements(draft, input);
  }

  @Override
  public Optional<Refusal> refuseUpdate(Draft draft, Resource old, Doc input, Doc merged) {
    return badStatements(draft, merged);
  }

  private static Optional<Refusal> badStatements(Draft draft, Doc policy) {
    var statements = policy.texts("statements");
    return Refusal.first(
        () ->
            Refusal.when(
                statements.isEmpty(),
                () -> Refusal.invalid("A policy needs at least one statement.")),
        () ->
            Refusal.when(
                statements.size() > MOST_STATEMENTS,
                () ->
                    Refusal.limit(
                        "A policy has at most %d statements, not %d."
                            .formatted(MOST_STATEMENTS, statements.size()))),
        () ->
            statements.stream()
                .flatMap(text -> bad(draft, policy.need("compartmentId"), text).stream())
                .findFirst());
  }

  private static Optional<Refusal> bad(Draft draft, String home, String text) {
    var types = ResourceTypes.of(draft.catalog());
    try {
      return StatementParser.parse(text, types::knows) instanceof Statement.Grant grant
          ? misplaced(draft, home, grant.place(), text)
          : Optional.empty();
    } catch (BadStatement e) {
      return Optional.of(Refusal.invalid(e.getMessage()));
    }
  }

  private static Optional<Refusal> misplaced(
      Draft draft, String home, Statement.Place place, String text) {
    return Refusal.when(
        new Compartments(draft).resolve(home, place).isEmpty(),
        () ->
            Refusal.invalid(
                place instanceof Statement.Place.Tenancy
                    ? "Only a policy of the root compartment can say 'in tenancy': " + text
                    : "The compartment does not exist or is not part of the policy compartment's"
                        + " subtree: "
                        + text));
  }
}
