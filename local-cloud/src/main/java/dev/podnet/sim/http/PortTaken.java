package dev.podnet.sim.http;

/** The port cannot be listened on; the message is a sentence for the user. */
public final class PortTaken extends Exception {
  private static final long serialVersionUID = 1L;

  public PortTaken(String message) {
    super(message);
  }
}
