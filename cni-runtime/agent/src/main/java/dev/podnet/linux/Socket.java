package dev.podnet.linux;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.time.Duration;

/** An open socket. Buffers are direct ones. Closing twice does nothing. */
public class Socket implements AutoCloseable {
  private static final int AF_NETLINK = 16;
  private static final int SOCK_RAW = 3;
  static final int CLOEXEC = 0x80000;
  private static final int MSG_TRUNC = 0x20;
  private static final int MSG_NOSIGNAL = 0x4000;
  static final int SOL_SOCKET = 1;
  private static final int SO_RCVTIMEO = 20;

  private final Descriptor descriptor;

  Socket(Descriptor descriptor) {
    this.descriptor = descriptor;
  }

  /** To the kernel's routing, in the network namespace of this thread. */
  public static Socket netlinkRoute() throws IOException {
    return new Socket(
        Descriptor.of(
            "open a netlink socket",
            SystemCall.call(SystemCall.SOCKET, AF_NETLINK, SOCK_RAW | CLOEXEC, 0)));
  }

  /** One that somebody else has opened; this closes it. */
  public static Socket of(Descriptor descriptor) {
    return new Socket(descriptor);
  }

  /** Sends what is between the buffer's position and limit, as one message. */
  public void send(ByteBuffer message) throws IOException {
    long address = MemorySegment.ofBuffer(message).address();
    long sent;
    do {
      sent =
          SystemCall.call(
              SystemCall.SENDTO, number(), address, message.remaining(), MSG_NOSIGNAL, 0, 0);
    } while (sent == -Errno.EINTR);
    check("send " + message.remaining() + " bytes", sent);
  }

  /**
   * Receives one message into the buffer from its start and leaves it ready to be read.
   *
   * @return the message's length, which may be more than the buffer holds; 0 at the end
   */
  public int receive(ByteBuffer message) throws IOException {
    message.clear();
    long address = MemorySegment.ofBuffer(message).address();
    long received;
    do {
      received =
          SystemCall.call(
              SystemCall.RECVFROM, number(), address, message.capacity(), MSG_TRUNC, 0, 0);
    } while (received == -Errno.EINTR);
    check("receive", received);
    message.limit((int) Math.min(received, message.capacity()));
    return (int) received;
  }

  /** How long {@link #receive} waits; then it fails with EAGAIN. */
  public void timeout(Duration timeout) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment value = arena.allocate(ValueLayout.JAVA_LONG, 2);
      value.setAtIndex(ValueLayout.JAVA_LONG, 0, timeout.toSeconds());
      value.setAtIndex(ValueLayout.JAVA_LONG, 1, timeout.toNanosPart() / 1000);
      check(
          "set a timeout",
          SystemCall.call(
              SystemCall.SETSOCKOPT, number(), SOL_SOCKET, SO_RCVTIMEO, value.address(), 16, 0));
    }
  }

  static void check(String what, long result) throws IOException {
    if (result < 0) {
      throw new SystemCallException(what, (int) -result);
    }
  }

  final int number() {
    return descriptor.number();
  }

  @Override
  public void close() {
    descriptor.close();
  }
}
