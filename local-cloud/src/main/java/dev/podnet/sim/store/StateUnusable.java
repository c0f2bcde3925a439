package dev.podnet.sim.store;

/** The state directory cannot be used; the message says why and what to do. */
public final class StateUnusable extends Exception {
  private static final long serialVersionUID = 1L;

  public StateUnusable(String message) {
    super(message);
  }
}
