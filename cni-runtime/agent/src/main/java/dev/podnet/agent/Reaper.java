package dev.podnet.agent;

import dev.podnet.linux.Errno;
import dev.podnet.netlink.Failure;
import dev.podnet.netlink.Netlink;
import dev.podnet.node.Change.DeleteGroup;
import dev.podnet.node.Numbers;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Removes the links of deleted pods, all that wait at once: the kernel waits for its readers once
 * for each message, whether it removes one link or sixty, and holds its lock meanwhile. So it is
 * done rarely, and while pods are being added it is put off for some time.
 */
final class Reaper {
  private static final Duration PERIOD = Duration.ofMillis(100);
  private static final int PATIENCE = 10;
  private static final long COMPACT_ABOVE = 4 << 20;

  private final Ledger ledger;
  private final Events events;
  private final Netlink netlink;

  Reaper(Ledger ledger, Events events) throws IOException {
    this.ledger = ledger;
    this.events = events;
    this.netlink = Netlink.open();
  }

  /**
   * Begins to remove.
   *
   * @param adds how many ADDs are under way
   */
  void start(IntSupplier adds) {
    Thread.ofPlatform().name("reaper").daemon().start(() -> work(adds));
  }

  @SuppressWarnings("BusyWait") // The period is the point: what comes within it is removed at once.
  private void work(IntSupplier adds) {
    int putOff = 0;
    while (true) {
      try {
        Thread.sleep(PERIOD);
        if (adds.getAsInt() > 0 && putOff < PATIENCE) {
          putOff++;
        } else {
          putOff = 0;
          reap();
        }
      } catch (IOException e) {
        events.problem("links of deleted pods were not removed: " + e.getMessage());
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Those that were released before this call are gone after it. */
  synchronized void reap() throws IOException {
    List<Lease> leaving = ledger.leaving();
    if (!leaving.isEmpty()) {
      for (Failure failure : netlink.run(List.of(new DeleteGroup(Numbers.GROUP_LEAVING)))) {
        if (failure.errno() != Errno.ENODEV) {
          throw new IOException(failure.toString());
        }
      }
      CrashPoint.REAP_DELETED.reach();
      ledger.gone(leaving);
      CrashPoint.REAP_JOURNALED.reach();
    }
    if (ledger.journalSize() > COMPACT_ABOVE) {
      ledger.compact();
    }
  }
}
