package dev.podnet.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** An open file of this process, by its number. */
public final class Descriptor implements AutoCloseable {
  private final int number;
  private final AtomicBoolean closed = new AtomicBoolean();

  Descriptor(int number) {
    this.number = number;
  }

  static Descriptor of(String what, long result) throws IOException {
    Socket.check(what, result);
    return new Descriptor((int) result);
  }

  public int number() {
    return number;
  }

  /** The number by which the kernel knows the file, alike for all who have it open. */
  public long inode() throws IOException {
    return inode(Path.of("/proc/self/fd/" + number));
  }

  /** Of a file by its path, links followed. */
  public static long inode(Path path) throws IOException {
    return (Long) Files.getAttribute(path, "unix:ino");
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      SystemCall.call(SystemCall.CLOSE, number, 0, 0);
    }
  }
}
