package dev.podnet.netlink;

import dev.podnet.ip.Ip;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Netlink messages one behind the other, in the machine's byte order, each part on 4 bytes. */
final class Messages {
  static final int CAPACITY = 64 * 1024;
  private static final int HEAD = 16;
  private static final int ALIGNMENT = 4;

  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(CAPACITY).order(ByteOrder.nativeOrder());
  private int start;

  /** Forgets all messages. */
  void clear() {
    buffer.clear();
    start = 0;
  }

  void begin(int type, int flags, int sequence) {
    start = buffer.position();
    buffer.putInt(0).putShort((short) type).putShort((short) flags).putInt(sequence).putInt(0);
  }

  void end() {
    buffer.putInt(start, buffer.position() - start);
  }

  /** Adds flags to the message that was begun last. */
  void flag(int flags) {
    buffer.putShort(start + 6, (short) (buffer.getShort(start + 6) | flags));
  }

  Messages u8(int value) {
    buffer.put((byte) value);
    return this;
  }

  Messages u16(int value) {
    buffer.putShort((short) value);
    return this;
  }

  Messages u32(int value) {
    buffer.putInt(value);
    return this;
  }

  void attribute(int type, byte[] value) {
    buffer.putShort((short) (ALIGNMENT + value.length)).putShort((short) type).put(value);
    while (buffer.position() % ALIGNMENT != 0) {
      buffer.put((byte) 0);
    }
  }

  void attribute(int type, int value) {
    buffer.putShort((short) 8).putShort((short) type).putInt(value);
  }

  void attribute(int type, Ip value) {
    attribute(type, value.bytes());
  }

  /** Text, ended by 0 as the kernel wants names. */
  void attribute(int type, String value) {
    attribute(type, (value + "\0").getBytes(StandardCharsets.UTF_8));
  }

  /** An attribute made of what {@code content} adds. */
  void nested(int type, Runnable content) {
    int at = buffer.position();
    buffer.putShort((short) 0).putShort((short) type);
    content.run();
    buffer.putShort(at, (short) (buffer.position() - at));
  }

  int position() {
    return buffer.position();
  }

  /** What is to be sent. */
  ByteBuffer bytes() {
    return buffer.duplicate().order(ByteOrder.nativeOrder()).flip();
  }

  /** Head of a message that a receiver reads; the buffer is moved behind it. */
  record Head(int length, int type, int flags, int sequence) {
    static Head read(ByteBuffer from) {
      Head head =
          new Head(
              from.getInt(),
              Short.toUnsignedInt(from.getShort()),
              Short.toUnsignedInt(from.getShort()),
              from.getInt());
      from.position(from.position() + Integer.BYTES);
      return head;
    }

    int bodyLength() {
      return length - HEAD;
    }
  }
}
