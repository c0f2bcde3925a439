package dev.podnet.sim.model;

import java.util.Optional;

/** The check of a body that belongs to an action and not to a kind. */
public final class Checks {
  private Checks() {}

  public static Optional<Refusal> shape(Draft draft, String shape, Doc body) {
    return new InputCheck(draft, draft.catalog()).shape(shape, body);
  }
}
