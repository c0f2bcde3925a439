package dev.podnet.sim.iam;

import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.State;
import java.util.List;
import java.util.Optional;

/** The tree of compartments, whose root is the tenancy. */
public final class Compartments {
  private final State state;

  public Compartments(State state) {
    this.state = state;
  }

  /** Whether {@code id} is {@code top} or lies below it. */
  public boolean within(String id, String top) {
    String at = id;
    while (at != null) {
      if (at.equals(top)) {
        return true;
      }
      at = state.get(at).map(each -> each.text("compartmentId")).orElse(null);
    }
    return false;
  }

  /**
   * The compartment that a statement's place means in a policy that is attached to {@code home};
   * empty when there is none in that part of the tree.
   */
  public Optional<String> resolve(String home, Statement.Place place) {
    return switch (place) {
      case Statement.Place.Tenancy _ -> Optional.of(home).filter(this::isTenancy);
      case Statement.Place.ById(var id) ->
          Optional.of(id).filter(each -> live(each) && within(each, home));
      case Statement.Place.ByName(var path) -> byName(home, path);
    };
  }

  public boolean isTenancy(String id) {
    return state.get(id).filter(each -> each.kind().equals("tenancy")).isPresent();
  }

  private boolean live(String id) {
    return state.get(id).filter(each -> each.kind().equals("tenancy") || isLive(each)).isPresent();
  }

  /** The first name is that of a child, or else of the policy's own compartment. */
  private Optional<String> byName(String home, List<String> path) {
    var below = descend(home, path);
    boolean own =
        state
            .get(home)
            .filter(each -> path.getFirst().equalsIgnoreCase(each.text("name")))
            .isPresent();
    return below.isEmpty() && own ? descend(home, path.subList(1, path.size())) : below;
  }

  private Optional<String> descend(String home, List<String> path) {
    var at = Optional.of(home);
    for (String name : path) {
      at = at.flatMap(parent -> child(parent, name)).map(Resource::id);
    }
    return at;
  }

  private Optional<Resource> child(String parent, String name) {
    return state.all("compartment").stream()
        .filter(each -> isLive(each) && parent.equals(each.text("compartmentId")))
        .filter(each -> name.equalsIgnoreCase(each.text("name")))
        .findFirst();
  }

  private static boolean isLive(Resource compartment) {
    return compartment.kind().equals("compartment") && !compartment.state().equals("DELETED");
  }
}
