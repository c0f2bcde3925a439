package dev.podnet.netlink;

import dev.podnet.linux.Errno;
import dev.podnet.linux.Socket;
import dev.podnet.netlink.Messages.Head;
import dev.podnet.node.Change;
import dev.podnet.node.Link;
import dev.podnet.node.Numbers;
import dev.podnet.node.Route;
import dev.podnet.node.Rule;
import dev.podnet.node.State;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A conversation with the kernel's routing. For one thread at a time. */
public final class Netlink implements AutoCloseable {
  /** Longer than the kernel takes for anything; without an end a worker could hang for ever. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final int BATCH = 64;
  private static final int TRIES = 5;
  private static final int ROUTE_HEAD = 12;

  private final Socket socket;
  private final Messages messages = new Messages();
  private final Encoder encoder = new Encoder(messages);
  private final ByteBuffer received =
      ByteBuffer.allocateDirect(Messages.CAPACITY).order(ByteOrder.nativeOrder());
  private int sequence = 1;

  public Netlink(Socket socket) throws IOException {
    this.socket = socket;
    socket.timeout(PATIENCE);
  }

  /** In the network namespace of this thread. */
  public static Netlink open() throws IOException {
    return new Netlink(Socket.netlinkRoute());
  }

  /**
   * Carries changes out in their order. It is no transaction: what comes after a refused change is
   * done nevertheless.
   *
   * @return what was refused, in order
   */
  public List<Failure> run(List<? extends Change> changes) throws IOException {
    List<Failure> failures = new ArrayList<>();
    for (int from = 0; from < changes.size(); from += BATCH) {
      runBatch(changes.subList(from, Math.min(from + BATCH, changes.size())), failures);
    }
    return failures;
  }

  private void runBatch(List<? extends Change> changes, List<Failure> failures) throws IOException {
    messages.clear();
    int first = sequence;
    for (Change change : changes) {
      encoder.encode(change, sequence++);
    }
    // One acknowledgement, for the last; refusals come in any case.
    messages.flag(Rtnl.ACK);
    socket.send(messages.bytes());
    boolean done = false;
    while (!done) {
      socket.receive(received);
      while (received.hasRemaining()) {
        int start = received.position();
        Head head = Head.read(received);
        int number = head.sequence() - first;
        if (head.type() == Rtnl.ERROR && number >= 0 && number < changes.size()) {
          int errno = -received.getInt();
          if (errno != 0) {
            failures.add(new Failure(changes.get(number), errno));
          }
          done |= number == changes.size() - 1;
        }
        received.position(next(start, head));
      }
    }
  }

  private int next(int start, Head head) {
    return Math.min((start + Math.max(head.length(), 16) + 3) / 4 * 4, received.limit());
  }

  /** All links of the namespace. */
  public List<Link> links() throws IOException {
    return dump(Rtnl.GET_LINK, 0, Decoder::link);
  }

  /** The link of this name, if there is one. */
  public Optional<Link> link(String name) throws IOException {
    messages.clear();
    messages.begin(Rtnl.GET_LINK, Rtnl.REQUEST, sequence++);
    messages.u32(0).u32(0).u32(0).u32(0).attribute(Rtnl.IFLA_NAME, name);
    messages.end();
    socket.send(messages.bytes());
    socket.receive(received);
    Head head = Head.read(received);
    if (head.type() == Rtnl.NEW_LINK) {
      return Optional.of(Decoder.link(received.slice().order(ByteOrder.nativeOrder())));
    }
    int errno = -received.getInt();
    if (errno == Errno.ENODEV) {
      return Optional.empty();
    }
    throw new IOException("cannot look for the link " + name + ": " + Errno.text(errno));
  }

  /** All addresses of the namespace's interfaces. */
  public List<InterfaceAddress> addresses() throws IOException {
    return dump(Rtnl.GET_ADDRESS, 0, Decoder::address);
  }

  /** All routes of all tables, of both families. */
  public List<Route> routes() throws IOException {
    List<Route> routes = dump(Rtnl.GET_ROUTE, Rtnl.INET, Decoder::route);
    routes.addAll(dump(Rtnl.GET_ROUTE, Rtnl.INET6, Decoder::route));
    return routes;
  }

  /** Our routes and rules. */
  public State state() throws IOException {
    Set<Route> routes = new HashSet<>(routes());
    routes.removeIf(route -> route.protocol() != Numbers.PROTOCOL);
    Set<Rule> rules = new HashSet<>(dump(Rtnl.GET_RULE, Rtnl.INET, Decoder::rule));
    rules.addAll(dump(Rtnl.GET_RULE, Rtnl.INET6, Decoder::rule));
    rules.removeIf(rule -> rule.protocol() != Numbers.PROTOCOL);
    return new State(routes, rules);
  }

  private <T> List<T> dump(int type, int family, Function<ByteBuffer, T> decode)
      throws IOException {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      List<T> all = new ArrayList<>();
      if (dumpOnce(type, family, decode, all)) {
        return all;
      }
    }
    throw new IOException("the kernel's tables change too quickly to be read");
  }

  /** Whether nothing changed meanwhile. */
  private <T> boolean dumpOnce(int type, int family, Function<ByteBuffer, T> decode, List<T> all)
      throws IOException {
    messages.clear();
    int expected = sequence++;
    messages.begin(type, Rtnl.REQUEST | Rtnl.DUMP, expected);
    // The longest of the heads: the kernel looks at what it knows only.
    messages.u32(family);
    for (int i = 4; i < (type == Rtnl.GET_LINK ? 16 : ROUTE_HEAD); i += 4) {
      messages.u32(0);
    }
    messages.end();
    socket.send(messages.bytes());
    boolean whole = true;
    while (true) {
      socket.receive(received);
      while (received.hasRemaining()) {
        int start = received.position();
        Head head = Head.read(received);
        whole &= (head.flags() & Rtnl.DUMP_INTERRUPTED) == 0;
        if (head.sequence() == expected) {
          if (head.type() == Rtnl.DONE) {
            return whole;
          }
          if (head.type() == Rtnl.ERROR) {
            throw new IOException("cannot read tables: " + Errno.text(-received.getInt()));
          }
          ByteBuffer body = received.slice(received.position(), head.bodyLength());
          all.add(decode.apply(body.order(ByteOrder.nativeOrder())));
        }
        received.position(next(start, head));
      }
    }
  }

  @Override
  public void close() {
    socket.close();
  }

  /** Whether a failure only says that the thing was gone before. */
  public static boolean wasGone(Failure failure) {
    return failure.errno() == Errno.ESRCH
        || failure.errno() == Errno.ENOENT
        || failure.errno() == Errno.ENODEV
        || failure.errno() == Errno.EADDRNOTAVAIL;
  }
}
