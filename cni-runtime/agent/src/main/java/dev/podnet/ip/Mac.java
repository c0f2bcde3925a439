package dev.podnet.ip;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A hardware address of six bytes.
 *
 * @param value its 48 bits
 */
public record Mac(long value) {
  private static final HexFormat COLONS = HexFormat.ofDelimiter(":");
  private static final int LENGTH = 6;

  public static Optional<Mac> parse(String text) {
    try {
      byte[] bytes = COLONS.parseHex(text.strip().toLowerCase(Locale.ROOT));
      return bytes.length == LENGTH ? Optional.of(of(bytes)) : Optional.empty();
    } catch (IllegalArgumentException notAMac) {
      return Optional.empty();
    }
  }

  public static Mac of(byte[] bytes) {
    long value = 0;
    for (int i = 0; i < LENGTH; i++) {
      value = (value << 8) | (bytes[i] & 0xff);
    }
    return new Mac(value);
  }

  public byte[] bytes() {
    byte[] bytes = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      bytes[i] = (byte) (value >>> (8 * (LENGTH - 1 - i)));
    }
    return bytes;
  }

  @Override
  public String toString() {
    return COLONS.formatHex(bytes());
  }
}
