package dev.podnet.sim.iam;

import dev.podnet.sim.model.Catalog;
import dev.podnet.sim.model.State;
import java.util.List;
import java.util.Map;

/** What the tenancy's own policies let others do with it in tenancies of theirs. */
public final class Endorsements {
  private final State state;
  private final ResourceTypes types;
  private final Compartments compartments;

  public Endorsements(State state, Catalog catalog) {
    this.state = state;
    this.types = ResourceTypes.of(catalog);
    this.compartments = new Compartments(state);
  }

  /** Whether any user may associate one type there with another here, under these conditions. */
  public boolean associate(String there, String here, Map<String, String> variables) {
    return state.all("policy").stream()
        .filter(policy -> compartments.isTenancy(policy.need("compartmentId")))
        .flatMap(policy -> policy.body().texts("statements").stream())
        .anyMatch(text -> endorses(text, there, here, variables));
  }

  private boolean endorses(String text, String there, String here, Map<String, String> variables) {
    return read(text) instanceof Statement.Agreement agreement
        && agreement.keyword().equals("endorse")
        && agreement.subject().kind().equals("any-user")
        && named(agreement.actions()).equals(List.of(there, here))
        && agreement.condition().holds(variables);
  }

  private static List<String> named(List<Statement.Action> actions) {
    return actions.stream()
        .map(action ->
            action instanceof Statement.Action.OnType(var verb, var type) && verb == Verb.ASSOCIATE
                ? type
                : "")
        .toList();
  }

  private Statement read(String text) {
    try {
      return StatementParser.parse(text, types::knows);
    } catch (BadStatement e) {
      throw new IllegalStateException("A policy was stored that cannot be read", e);
    }
  }
}
