package dev.podnet.agent;

import dev.podnet.linux.Descriptor;
import dev.podnet.linux.UnixCaller;
import dev.podnet.linux.UnixServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Takes requests from the plugin's socket, as many at a time as there are workers. */
final class Server implements AutoCloseable {
  /** The kernel takes changes one by one; more workers only let those wait who must. */
  private static final int WORKERS = 8;

  private static final int REPLY_LIMIT = 64 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final UnixServer socket;
  private final Verbs verbs;
  private final Events events;
  private final int user;
  private volatile boolean closed;

  /**
   * Begins to serve.
   *
   * @param user who may call: root, unless a test runs as somebody else
   */
  Server(Path path, Verbs verbs, Events events, int user) throws IOException {
    this.socket = UnixServer.listen(path);
    this.verbs = verbs;
    this.events = events;
    this.user = user;
    for (int i = 1; i <= WORKERS; i++) {
      // Platform threads: system calls would pin virtual ones, and netlink sockets are theirs.
      Thread.ofPlatform().name("worker-" + i).start(this::work);
    }
  }

  private void work() {
    ByteBuffer request = ByteBuffer.allocateDirect(Envelope.LIMIT + 1);
    ByteBuffer reply = ByteBuffer.allocateDirect(REPLY_LIMIT);
    while (!closed) {
      try (UnixCaller caller = socket.accept()) {
        serve(caller, request, reply);
      } catch (IOException e) {
        if (!closed) {
          events.problem("a call to the agent broke off: " + e.getMessage());
        }
      }
    }
  }

  private void serve(UnixCaller caller, ByteBuffer request, ByteBuffer reply) throws IOException {
    int who = caller.user();
    if (who != user) {
      events.problem("user " + who + " called the agent's socket and was turned away");
      return;
    }
    caller.timeout(PATIENCE);
    List<Descriptor> descriptors = caller.receiveWithDescriptors(request);
    Envelope envelope = Envelope.read(request);
    try (Namespace namespace = new Namespace(envelope, descriptors)) {
      caller.send(Envelope.reply(verbs.handle(envelope, namespace), reply));
    }
  }

  @Override
  public void close() {
    closed = true;
    socket.close();
  }
}
