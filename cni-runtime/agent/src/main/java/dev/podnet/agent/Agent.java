package dev.podnet.agent;

import dev.podnet.journal.Journal;
import dev.podnet.source.AddressSource;
import dev.podnet.source.NodeNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An agent that serves: restored, compared with the kernel, kept DELs done, then listening. */
final class Agent implements AutoCloseable {
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
  private static final int ROOT = 0;

  /** For the first word of a source; without one the agent serves what needs no address. */
  private static final int SOURCE_SECONDS = 2;

  private final Journal journal;
  private final Server server;

  private Agent(Journal journal, Server server) {
    this.journal = journal;
    this.server = server;
  }

  static Agent start(Settings settings, AddressSource source, Events events) throws IOException {
    Journal.Opened opened =
        Journal.open(settings.state().resolve("journal"), Files.readString(BOOT_ID).strip());
    if (!opened.note().isEmpty()) {
      events.problem(opened.note());
    }
    Ledger ledger = new Ledger(opened.journal(), settings.cooldown(), InstantSource.system());
    Host host = new Host(ledger, events);
    Wishes wishes = settings.trustAnnotations() ? Wishes.trusting() : Wishes.none();
    Reaper reaper = new Reaper(ledger, events);
    Verbs verbs = new Verbs(ledger, host, wishes, reaper, events);
    new Recovery(ledger, host.netlink(), events).run(Entries.replay(opened.records()));
    listen(source, host, events);
    new Spool(settings.state().resolve("del"), events).replay(verbs);
    reaper.reap();
    reaper.start(verbs::adds);
    Files.createDirectories(settings.socket().toAbsolutePath().getParent());
    return new Agent(opened.journal(), new Server(settings.socket(), verbs, events, ROOT));
  }

  private static void listen(AddressSource source, Host host, Events events) throws IOException {
    CountDownLatch told = new CountDownLatch(1);
    source.start(
        new AddressSource.Listener() {
          @Override
          public void changed(NodeNetwork network) {
            try {
              host.update(network);
            } catch (IOException e) {
              events.problem("the host could not be made fit: " + e.getMessage());
            }
            told.countDown();
          }

          @Override
          public void silent(String why) {
            events.problem(why);
            told.countDown();
          }
        });
    try {
      if (!told.await(SOURCE_SECONDS, TimeUnit.SECONDS)) {
        events.problem("the source of addresses has not answered yet");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted at start", e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    journal.close();
  }
}
