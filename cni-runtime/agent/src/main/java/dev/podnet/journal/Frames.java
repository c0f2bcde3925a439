package dev.podnet.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The file's format, big endian. Header: "podnet-j", version, oldest version that can read it (16
 * bits each), boot id as a frame. Then frames: length, CRC32C of the content (32 bits each),
 * content.
 */
final class Frames {
  private static final byte[] MAGIC = "podnet-j".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int OLDEST_READER = 1;
  private static final int FRAME_HEAD = 8;
  private static final int LONGEST = 64 * 1024;

  private final byte[] bootId;

  Frames(String bootId) {
    this.bootId = bootId.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @param length bytes that are whole; 0: begin anew
   * @param aside whether the file is not ours to overwrite
   */
  record Content(List<byte[]> records, long length, boolean aside, String note) {}

  Content empty() {
    return new Content(List.of(), 0, false, "");
  }

  ByteBuffer header() {
    ByteBuffer boot = frame(bootId);
    return ByteBuffer.allocate(MAGIC.length + 4 + boot.remaining())
        .put(MAGIC)
        .putShort((short) VERSION)
        .putShort((short) OLDEST_READER)
        .put(boot)
        .flip();
  }

  ByteBuffer frame(byte[] content) {
    if (content.length > LONGEST) {
      throw new IllegalArgumentException("a record of " + content.length + " bytes");
    }
    return ByteBuffer.allocate(FRAME_HEAD + content.length)
        .putInt(content.length)
        .putInt(crc(content))
        .put(content)
        .flip();
  }

  Content read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    byte[] magic = new byte[MAGIC.length];
    if (bytes.remaining() >= MAGIC.length + 4) {
      bytes.get(magic);
    }
    if (!Arrays.equals(magic, MAGIC)) {
      return aside(file + " is no journal of podnet");
    }
    int version = bytes.getShort();
    int oldestReader = bytes.getShort();
    if (oldestReader > VERSION) {
      return aside(file + " is of version " + version + ", this agent reads " + VERSION);
    }
    List<byte[]> boot = next(bytes);
    if (boot.isEmpty()) {
      return aside(file + " has a damaged header");
    }
    if (!Arrays.equals(boot.getFirst(), bootId)) {
      // After a reboot no pod is left, and no link.
      return empty();
    }
    List<byte[]> records = new ArrayList<>();
    for (List<byte[]> one = next(bytes); !one.isEmpty(); one = next(bytes)) {
      records.addAll(one);
    }
    String note =
        bytes.hasRemaining()
            ? file + " ended with " + bytes.remaining() + " bytes of no record, which were cut"
            : "";
    return new Content(records, bytes.position(), false, note);
  }

  private static Content aside(String note) {
    return new Content(List.of(), 0, true, note + "; it was put aside");
  }

  /** The next frame's content; nothing, and the position unchanged, when it is not whole. */
  private static List<byte[]> next(ByteBuffer bytes) {
    int start = bytes.position();
    if (bytes.remaining() >= FRAME_HEAD) {
      int length = bytes.getInt();
      int crc = bytes.getInt();
      if (length >= 0 && length <= Math.min(LONGEST, bytes.remaining())) {
        byte[] content = new byte[length];
        bytes.get(content);
        if (crc(content) == crc) {
          return List.of(content);
        }
      }
    }
    bytes.position(start);
    return List.of();
  }

  private static int crc(byte[] content) {
    CRC32C crc = new CRC32C();
    crc.update(content);
    // Never 0 for nothing: a hole of zeroes in a file must not read as empty records.
    return ~(int) crc.getValue();
  }
}
