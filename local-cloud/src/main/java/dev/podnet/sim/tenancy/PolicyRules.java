package dev.podnet.sim.tenancy;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Rules;
import java.util.Optional;

/**
 * A policy: its statements must at least begin like statements. Their grammar and meaning come
 * later.
 */
public final class PolicyRules implements Rules {
  private static final String STATEMENT = "(?is)\\s*(allow|endorse|admit|define|deny)\\s.*";

  @Override
  public Optional<Refusal> refuseCreate(Draft draft, Doc input) {
    return badStatements(input);
  }

  @Override
  public Optional<Refusal> refuseUpdate(Draft draft, Resource old, Doc input, Doc merged) {
    return badStatements(merged);
  }

  private static Optional<Refusal> badStatements(Doc policy) {
    var statements = policy.texts("statements");
    return Refusal.first(
        () ->
            Refusal.when(
                statements.isEmpty(),
                () -> Refusal.invalid("A policy needs at least one statement.")),
        () ->
            statements.stream()
                .filter(statement -> !statement.matches(STATEMENT))
                .findFirst()
                .map(statement ->
                    Refusal.invalid(
                        "No permissions found: '" + statement + "' is not a statement.")));
  }
}
