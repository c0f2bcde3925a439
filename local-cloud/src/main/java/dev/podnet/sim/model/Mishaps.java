package dev.podnet.sim.model;

import java.time.Duration;
import java.util.Optional;

/**
 * What goes wrong on purpose while the cloud works, beside what goes wrong with requests. The same
 * question always has the same answer.
 */
public interface Mishaps {
  /** All goes well. */
  Mishaps NONE = new Mishaps() {};

  /** How much longer an event takes than the catalog says. */
  default Duration slower(String kind, Event event) {
    return Duration.ZERO;
  }

  /** Why the work request of an event fails. */
  default Optional<Refusal> workFails(String kind, Event event, String id) {
    return Optional.empty();
  }

  /** Why a node pool's node, counted from 0, cannot be launched. */
  default Optional<String> launchFails(int node) {
    return Optional.empty();
  }

  /** Whether the last VNIC of a node is not attached at its launch. */
  default boolean vnicMissing(int node) {
    return false;
  }

  /** The reason with which the pod network of a node does not come about. */
  default Optional<String> networkFails(int node) {
    return Optional.empty();
  }
}
