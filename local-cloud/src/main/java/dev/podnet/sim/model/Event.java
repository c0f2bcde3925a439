package dev.podnet.sim.model;

import java.util.Locale;

/** What can happen to a resource. */
public enum Event {
  CREATE,
  UPDATE,
  DELETE,
  /** What comes about without a state of its own: the pod network of a node. */
  NETWORK,
  /** A deleted resource that could still be read disappears. */
  PURGE;

  /** The name in the table of delays. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
