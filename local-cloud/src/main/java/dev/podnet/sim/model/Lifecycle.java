package dev.podnet.sim.model;

import java.util.List;
import java.util.Optional;

/**
 * Moves resources through their states. An event starts with a passing state and ends after the
 * delay in the table; without a delay it ends within the same change.
 */
public final class Lifecycle {
  private Lifecycle() {}

  /**
   * Starts an event on a resource and returns the resource as it is then, which for a deletion may
   * be its last sight.
   */
  public static Resource start(Draft draft, Resource resource, Event event) {
    var kind = draft.catalog().kind(resource.kind());
    var passing =
        kind.passing(event).map(state -> resource.with("lifecycleState", state)).orElse(resource);
    var put = event == Event.PURGE ? resource : draft.put(passing);
    var delay =
        draft
            .catalog()
            .delay(kind.name(), event)
            .plus(draft.world().mishaps().slower(kind.name(), event));
    if (delay.isZero()) {
      finish(draft, put.id(), event);
    } else {
      draft.later(delay, event, put.id());
    }
    return draft.get(put.id()).orElse(put);
  }

  /** Ends an event, unless another one has overtaken it. */
  public static void finish(Draft draft, String id, Event event) {
    var resource = draft.get(id).orElse(null);
    if (resource == null) {
      return;
    }
    var kind = draft.catalog().kind(resource.kind());
    if (kind.passing(event).filter(state -> !state.equals(resource.state())).isPresent()) {
      return;
    }
    switch (event) {
      case CREATE, UPDATE -> ready(draft, kind, resource, event);
      case DELETE -> gone(draft, kind, resource);
      case NETWORK -> draft.world().rules(kind.name()).finished(draft, resource, event);
      case PURGE -> draft.remove(id);
    }
  }

  private static void ready(Draft draft, Kind kind, Resource resource, Event event) {
    var mishap =
        kind.work() == null
            ? Optional.<Refusal>empty()
            : draft.world().mishaps().workFails(kind.name(), event, resource.id());
    if (mishap.isPresent()) {
      draft.put(
          resource
              .with("lifecycleState", "FAILED")
              .with("lifecycleDetails", mishap.get().message()));
      WorkRequests.close(draft, resource, List.of(mishap.get()));
      return;
    }
    var settled =
        kind.passing(event).isPresent() ? resource.with("lifecycleState", kind.ready()) : resource;
    var finished = draft.world().rules(kind.name()).finished(draft, settled, event);
    draft.put(finished.resource());
    WorkRequests.close(draft, finished.resource(), finished.errors());
  }

  private static void gone(Draft draft, Kind kind, Resource resource) {
    var finished = draft.world().rules(kind.name()).finished(draft, resource, Event.DELETE);
    WorkRequests.close(draft, finished.resource(), List.of());
    if (kind.lingers()) {
      draft.put(finished.resource().with("lifecycleState", kind.states().get(3)));
      draft.later(draft.catalog().delay(kind.name(), Event.PURGE), Event.PURGE, resource.id());
    } else {
      draft.remove(resource.id());
    }
  }
}
