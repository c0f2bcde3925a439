package dev.podnet.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file. What was appended survives the process at once and the machine after {@link
 * #await}; one thread syncs for all who wait, so that they share the disk's time, and while it does
 * they go on with what need not wait. A failed write leaves the file as it was.
 */
public final class Journal implements Closeable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Path file;
  private final Frames frames;
  private FileChannel channel;
  private long size;
  private long appended;
  private long synced;
  private int rewrites;
  private boolean closed;
  private @Nullable IOException broken;

  private Journal(Path file, Frames frames, FileChannel channel) throws IOException {
    this.file = file;
    this.frames = frames;
    this.channel = channel;
    this.size = channel.size();
    channel.position(size);
    Thread.ofPlatform().name("journal").daemon().start(this::syncAlways);
  }

  /**
   * What a journal held when it was opened.
   *
   * @param records of this boot, in order
   * @param note what was wrong with the file; empty when nothing was
   */
  public record Opened(Journal journal, List<byte[]> records, String note) {}

  /**
   * Opens or begins a journal. Records of another boot are dropped, an incomplete end is cut, and a
   * file that is not of this or an older version is put aside with the ending ".aside".
   *
   * @param bootId the kernel's, at most 200 characters
   */
  public static Opened open(Path file, String bootId) throws IOException {
    Frames frames = new Frames(bootId);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Frames.Content content = Files.exists(file) ? frames.read(file) : frames.empty();
    if (content.aside()) {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".aside"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    if (content.length() == 0) {
      write(file, frames, List.of());
    }
    FileChannel channel = open(file);
    if (content.length() > 0) {
      channel.truncate(content.length());
    }
    return new Opened(new Journal(file, frames, channel), content.records(), content.note());
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /**
   * Adds a record.
   *
   * @return what {@link #await} takes
   */
  public long append(byte[] record) throws IOException {
    ByteBuffer frame = frames.frame(record);
    lock.lock();
    try {
      try {
        while (frame.hasRemaining()) {
          channel.write(frame);
        }
      } catch (IOException e) {
        channel.truncate(size).position(size);
        throw e;
      }
      size = channel.position();
      changed.signalAll();
      return ++appended;
    } finally {
      lock.unlock();
    }
  }

  /** Returns when the record, and all before it, are on the disk. */
  public void await(long position) throws IOException {
    lock.lock();
    try {
      while (synced < position && broken == null && !closed) {
        changed.awaitUninterruptibly();
      }
      if (synced < position) {
        throw new IOException(
            "the journal " + file + " could not be synced" + (closed ? ": it is closed" : ""),
            broken);
      }
    } finally {
      lock.unlock();
    }
  }

  private void syncAlways() {
    lock.lock();
    try {
      while (!closed) {
        if (synced == appended || broken != null) {
          changed.awaitUninterruptibly();
        } else {
          syncOnce();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Without the lock meanwhile: others append, and the next round is theirs. */
  private void syncOnce() {
    long upTo = appended;
    FileChannel current = channel;
    int before = rewrites;
    lock.unlock();
    IOException failure = null;
    try {
      current.force(false);
    } catch (IOException e) {
      failure = e;
    }
    lock.lock();
    if (failure == null) {
      synced = Math.max(synced, upTo);
    } else if (before == rewrites && !closed) {
      // What a disk did not take once is lost even when the next sync succeeds: only rewrite helps.
      broken = failure;
    }
    changed.signalAll();
  }

  /** Bytes in the file. */
  public long size() {
    lock.lock();
    try {
      return size;
    } finally {
      lock.unlock();
    }
  }

  /** Puts these records in the place of all before. Nobody may append meanwhile. */
  public void rewrite(List<byte[]> records) throws IOException {
    lock.lock();
    try {
      write(file, frames, records);
      channel.close();
      channel = open(file);
      size = channel.size();
      channel.position(size);
      synced = appended;
      rewrites++;
      broken = null;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static void write(Path file, Frames frames, List<byte[]> records) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      writeAll(channel, frames.header());
      for (byte[] record : records) {
        writeAll(channel, frames.frame(record));
      }
      channel.force(true);
    }
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
      folder.force(true);
    }
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
      channel.close();
    } finally {
      lock.unlock();
    }
  }
}
