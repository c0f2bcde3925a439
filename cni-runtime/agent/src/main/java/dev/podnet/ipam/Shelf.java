package dev.podnet.ipam;

import dev.podnet.ipam.Slot.State;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The slots of one profile, the waiting ones in the order in which they are given. */
final class Shelf {
  final String id;
  final Map<PodAddress, Slot> slots = new LinkedHashMap<>();
  final TreeSet<Slot> waiting = new TreeSet<>(Slot.BY_REST);

  /** What the source said last; of a profile that only held addresses are left of: nothing. */
  Profile profile;

  Shelf(String id) {
    this.id = id;
    this.profile = new Profile(id, Optional.empty(), List.of());
  }

  void forget() {
    profile = new Profile(id, Optional.empty(), List.of());
  }

  boolean is(Optional<String> resource) {
    return profile.resource().equals(resource);
  }

  Usage usage(Instant now) {
    int cooling = (int) waiting.stream().filter(slot -> slot.readyAt.isAfter(now)).count();
    return new Usage(
        id,
        profile.resource(),
        count(slot -> slot.listed),
        count(slot -> slot.state == State.HELD),
        count(slot -> slot.state == State.DRAINING),
        cooling,
        waiting.size() - cooling,
        count(slot -> !slot.listed));
  }

  private int count(Predicate<Slot> predicate) {
    return (int) slots.values().stream().filter(predicate).count();
  }
}
