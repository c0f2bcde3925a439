package dev.podnet.linux;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A Unix socket of whole messages (SOCK_SEQPACKET), waiting for callers. */
public final class UnixServer implements AutoCloseable {
  private static final int AF_UNIX = 1;
  private static final int SOCK_SEQPACKET = 5;
  private static final int PATH_OFFSET = 2;
  private static final int ADDRESS_SIZE = 110;
  private static final int BACKLOG = 512;
  private static final int BOTH_WAYS = 2;

  private final Descriptor descriptor;

  private UnixServer(Descriptor descriptor) {
    this.descriptor = descriptor;
  }

  /** Takes the path over from whoever had it, for its owner only. */
  public static UnixServer listen(Path path) throws IOException {
    Path waiting = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(waiting);
    Descriptor descriptor =
        Descriptor.of(
            "open a socket",
            SystemCall.call(SystemCall.SOCKET, AF_UNIX, SOCK_SEQPACKET | Socket.CLOEXEC, 0));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment address = address(arena, waiting);
      Socket.check(
          "listen on " + path,
          SystemCall.call(SystemCall.BIND, descriptor.number(), address.address(), ADDRESS_SIZE));
      Files.setPosixFilePermissions(waiting, PosixFilePermissions.fromString("rw-------"));
      Socket.check(
          "listen on " + path, SystemCall.call(SystemCall.LISTEN, descriptor.number(), BACKLOG, 0));
      // Renamed, not unlinked and bound: a caller finds the old one or the new one, never none.
      Files.move(waiting, path, StandardCopyOption.ATOMIC_MOVE);
    }
    return new UnixServer(descriptor);
  }

  private static MemorySegment address(Arena arena, Path path) throws IOException {
    byte[] bytes = path.toString().getBytes(StandardCharsets.UTF_8);
    if (bytes.length >= ADDRESS_SIZE - PATH_OFFSET) {
      throw new IOException(path + " is too long for a socket: at most 107 bytes");
    }
    MemorySegment address = arena.allocate(ADDRESS_SIZE);
    address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
    MemorySegment.copy(bytes, 0, address, ValueLayout.JAVA_BYTE, PATH_OFFSET, bytes.length);
    return address;
  }

  /** Waits for the next caller. Fails with EINVAL once the server is closed. */
  public UnixCaller accept() throws IOException {
    long accepted;
    do {
      accepted =
          SystemCall.call(SystemCall.ACCEPT4, descriptor.number(), 0, 0, Socket.CLOEXEC, 0, 0);
    } while (accepted == -Errno.EINTR);
    return new UnixCaller(Descriptor.of("accept a caller", accepted));
  }

  /** Wakes whoever waits; then nobody is accepted. */
  @Override
  public void close() {
    SystemCall.call(SystemCall.SHUTDOWN, descriptor.number(), BOTH_WAYS, 0);
    descriptor.close();
  }
}
