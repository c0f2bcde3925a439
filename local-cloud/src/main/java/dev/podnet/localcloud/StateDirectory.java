package dev.podnet.localcloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The directory in which a local cloud keeps everything. One process owns it at a time: a lock that
 * ends with the process, so that a killed one leaves nothing to clean up.
 */
final class StateDirectory implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;

  private StateDirectory(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  static StateDirectory own(Path path) throws InUse {
    try {
      Files.createDirectories(path);
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new InUse(
            "A local cloud runs already on "
                + path
                + ". Stop it with local-cloud/cloud stop, or choose another directory with"
                + " PODNET_STATE.");
      }
      Files.deleteIfExists(path.resolve("ready.json"));
      return new StateDirectory(path, channel);
    } catch (IOException e) {
      throw new InUse(
          "The state directory " + path + " cannot be written: " + e.getMessage() + ".");
    }
  }

  Path file(String name) {
    return path.resolve(name);
  }

  /** Puts a whole file in place: readers see all of it or the one before. */
  void write(String name, String text) {
    try {
      Path fresh = Files.createTempFile(path, name, ".new");
      Files.writeString(fresh, text);
      Files.move(fresh, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path.resolve("ready.json"));
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The directory cannot be had; the message says why and what to do. */
  static final class InUse extends Exception {
    private static final long serialVersionUID = 1;

    InUse(String message) {
      super(message);
    }
  }
}
