package dev.podnet.ipam;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One address of one profile and what has become of it. */
final class Slot {
  /** The one that has rested longest first; those never used in the source's order. */
  static final Comparator<Slot> BY_REST =
      Comparator.comparing((Slot slot) -> slot.readyAt).thenComparingLong(slot -> slot.order);

  enum State {
    WAITING,
    HELD,
    DRAINING
  }

  final String profile;
  final PodAddress address;
  final long order;
  State state = State.WAITING;
  Instant readyAt = Instant.MIN;

  /** Whether the source still has it; when not, it goes as soon as it is free. */
  boolean listed = true;

  /** Whether its holder asked for the profile's Application Resource. */
  boolean pinned;

  @Nullable Owner owner;

  Slot(String profile, PodAddress address, long order) {
    this.profile = profile;
    this.address = address;
    this.order = order;
  }
}
