package dev.podnet.sim.fault;

import dev.podnet.sim.model.Changes;
import dev.podnet.sim.model.Kind;
import dev.podnet.sim.model.PastState;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.State;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads that come too early: for a while, a changed resource is shown as it was before, and a new
 * one not at all.
 */
public final class StaleReads {
  private final Map<String, Past> recent = new LinkedHashMap<>();

  /** How a resource was, and how many reads will still see it so. */
  private record Past(Optional<Resource> resource, long reads) {}

  /** Remembers how things are before they change. */
  public synchronized void remember(
      State before, Changes changes, long reads, Function<String, Kind> kinds) {
    changes
        .resources()
        .forEach((id, change) -> {
          var then = before.get(id);
          boolean shown =
              change.or(() -> then).filter(each -> !kinds.apply(each.kind()).hidden()).isPresent();
          if (reads > 0 && shown) {
            recent.putIfAbsent(id, new Past(then, reads));
          }
        });
  }

  /** The state as one read sees it. */
  public synchronized State view(State now) {
    if (recent.isEmpty()) {
      return now;
    }
    var past = new LinkedHashMap<String, Optional<Resource>>();
    recent.forEach((id, each) -> past.put(id, each.resource()));
    recent.replaceAll((_, each) -> new Past(each.resource(), each.reads() - 1));
    recent.values().removeIf(each -> each.reads() == 0);
    return new PastState(now, past);
  }

  public synchronized void forget() {
    recent.clear();
  }
}
