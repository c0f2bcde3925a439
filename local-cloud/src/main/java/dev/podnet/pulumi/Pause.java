package dev.podnet.pulumi;

import io.grpc.Context;
import java.time.Duration;

/** Waiting that ends at once when the engine has cancelled or hung up. */
public final class Pause {
  private static final Duration STEP = Duration.ofMillis(200);

  private Pause() {}

  /**
   * Waits.
   *
   * @throws Failure when there is no use in waiting any more
   */
  public static void of(Session session, Duration length) {
    long end = System.nanoTime() + length.toNanos();
    while (true) {
      if (session.cancelled() || Context.current().isCancelled()) {
        throw new Failure(
            "The operation was cancelled while it waited for the cloud, which may still go on with"
                + " it: \"pulumi refresh\" shows what came of it.");
      }
      long left = end - System.nanoTime();
      if (left <= 0) {
        return;
      }
      try {
        Thread.sleep(Duration.ofNanos(Math.min(left, STEP.toNanos())));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Failure("The operation was interrupted.", e);
      }
    }
  }
}
