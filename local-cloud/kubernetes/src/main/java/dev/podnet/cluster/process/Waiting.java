package dev.podnet.cluster.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks again until something holds or a deadline has passed. */
public final class Waiting {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Waiting() {}

  /** Whether it held in time. */
  public static boolean until(Duration deadline, BooleanSupplier condition) {
    return until(deadline, PAUSE, condition);
  }

  /** The same for conditions that cost something to ask. */
  public static boolean until(Duration deadline, Duration pause, BooleanSupplier condition) {
    long began = System.nanoTime();
    while (true) {
      if (condition.getAsBoolean()) {
        return true;
      }
      if (System.nanoTime() - began > deadline.toNanos()) {
        return false;
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ClusterException("Interrupted while waiting.", e);
      }
    }
  }
}
