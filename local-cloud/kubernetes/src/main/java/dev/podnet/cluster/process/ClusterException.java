package dev.podnet.cluster.process;

/** A cluster cannot be had; the message is a sentence: what was tried, why not, what to do. */
public final class ClusterException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ClusterException(String message) {
    super(message);
  }

  public ClusterException(String message, Throwable cause) {
    super(message, cause);
  }
}
