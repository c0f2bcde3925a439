package dev.podnet.sim.model;

import java.util.List;
import java.util.Optional;

/**
 * What one kind does beyond its row in the catalog. Every method has a default, so that a kind
 * without peculiarities needs no class. Checks come first and refuse; what follows them cannot
 * fail.
 */
public interface Rules {
  /** A kind that is wholly described by its row. */
  Rules NONE = new Rules() {};

  /**
   * Refuses a creation. The body has passed the check of types, mandatory fields and references.
   */
  default Optional<Refusal> refuseCreate(Draft draft, Doc input) {
    return Optional.empty();
  }

  /** The body of a new resource: the input and what the cloud adds to it. */
  default Resource create(Draft draft, Resource fresh, Doc input) {
    return fresh;
  }

  /** Refuses an update; {@code merged} is the body as it would be. */
  default Optional<Refusal> refuseUpdate(Draft draft, Resource old, Doc input, Doc merged) {
    return Optional.empty();
  }

  /** The body after an update. */
  default Resource update(Draft draft, Resource old, Resource merged) {
    return merged;
  }

  /** Refuses a deletion; references have been looked at already. */
  default Optional<Refusal> refuseDelete(Draft draft, Resource resource) {
    return Optional.empty();
  }

  /** Whether a referring resource keeps this one from being deleted. */
  default boolean blocks(Resource resource, Resource referrer) {
    return true;
  }

  /**
   * An event has come to its end; the resource is in its last state already and may be changed once
   * more.
   */
  default Finished finished(Draft draft, Resource resource, Event event) {
    return Finished.well(resource);
  }

  /** What an answer shows. */
  default Doc view(State state, Resource resource) {
    return resource.body();
  }

  /** Whether a list filtered by this query parameter shows the resource. */
  default boolean matches(Resource resource, String filter, String value) {
    var shown = resource.body().get(filter);
    return shown != null && shown.toString().equals(value);
  }

  /**
   * The end of an event.
   *
   * @param errors why its work request failed; empty when it succeeded
   */
  record Finished(Resource resource, List<Refusal> errors) {
    public static Finished well(Resource resource) {
      return new Finished(resource, List.of());
    }

    /** The same of a node pool, which lives on when it could not become what was asked for. */
    public static Finished pool(Resource pool, List<Refusal> errors) {
      return errors.isEmpty()
          ? well(pool.with("lifecycleDetails", null))
          : new Finished(
              pool.with("lifecycleState", "NEEDS_ATTENTION")
                  .with("lifecycleDetails", errors.getFirst().message()),
              errors);
    }
  }
}
