package dev.podnet.sim.iam;

/** A text that is no policy statement, or no condition; the message says where it goes wrong. */
public final class BadStatement extends Exception {
  private static final long serialVersionUID = 1L;

  BadStatement(String message) {
    super(message, null, false, false);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
