package dev.podnet.linux;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** One caller of a {@link UnixServer}. */
public final class UnixCaller extends Socket {
  private static final int SO_PEERCRED = 17;
  private static final int SCM_RIGHTS = 1;
  private static final int MSG_CMSG_CLOEXEC = 0x40000000;
  private static final int CONTROL_HEAD = 16;
  private static final int CONTROL_SIZE = 64;
  private static final int HEADER_SIZE = 56;

  UnixCaller(Descriptor descriptor) {
    super(descriptor);
  }

  /** The user that called, as the kernel saw it. */
  public int user() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment credentials = arena.allocate(ValueLayout.JAVA_INT, 3);
      MemorySegment length = arena.allocateFrom(ValueLayout.JAVA_INT, 12);
      check(
          "ask who calls",
          SystemCall.call(
              SystemCall.GETSOCKOPT,
              number(),
              SOL_SOCKET,
              SO_PEERCRED,
              credentials.address(),
              length.address(),
              0));
      return credentials.getAtIndex(ValueLayout.JAVA_INT, 1);
    }
  }

  /**
   * Receives one message as {@link #receive} does, with the descriptors that came with it, which
   * are the receiver's from here on.
   */
  public List<Descriptor> receiveWithDescriptors(ByteBuffer message) throws IOException {
    message.clear();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment part = arena.allocate(ValueLayout.JAVA_LONG, 2);
      part.setAtIndex(ValueLayout.JAVA_LONG, 0, MemorySegment.ofBuffer(message).address());
      part.setAtIndex(ValueLayout.JAVA_LONG, 1, message.capacity());
      MemorySegment control = arena.allocate(CONTROL_SIZE, Long.BYTES);
      MemorySegment header = arena.allocate(HEADER_SIZE, Long.BYTES);
      header.set(ValueLayout.JAVA_LONG, 16, part.address());
      header.set(ValueLayout.JAVA_LONG, 24, 1);
      header.set(ValueLayout.JAVA_LONG, 32, control.address());
      header.set(ValueLayout.JAVA_LONG, 40, CONTROL_SIZE);
      long received;
      do {
        received =
            SystemCall.call(SystemCall.RECVMSG, number(), header.address(), MSG_CMSG_CLOEXEC);
      } while (received == -Errno.EINTR);
      check("receive", received);
      message.limit((int) received);
      return descriptors(control, header.get(ValueLayout.JAVA_LONG, 40));
    }
  }

  private static List<Descriptor> descriptors(MemorySegment control, long length) {
    List<Descriptor> descriptors = new ArrayList<>();
    boolean rights =
        length >= CONTROL_HEAD
            && control.get(ValueLayout.JAVA_INT, 8) == SOL_SOCKET
            && control.get(ValueLayout.JAVA_INT, 12) == SCM_RIGHTS;
    if (rights) {
      long end = Math.min(control.get(ValueLayout.JAVA_LONG, 0), length);
      for (long at = CONTROL_HEAD; at + Integer.BYTES <= end; at += Integer.BYTES) {
        descriptors.add(new Descriptor(control.get(ValueLayout.JAVA_INT, at)));
      }
    }
    return descriptors;
  }
}
