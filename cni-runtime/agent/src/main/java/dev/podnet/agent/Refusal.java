package dev.podnet.agent;

import dev.podnet.cni.CniError;

/** A request that cannot be granted; caught where the reply is made. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient CniError error;

  Refusal(int code, String message) {
    this(new CniError(code, message));
  }

  Refusal(CniError error) {
    super(error.message(), null, false, false);
    this.error = error;
  }

  CniError error() {
    return error;
  }
}
