package dev.podnet.ip;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.Optional;

/**
 * An IPv4 or IPv6 address.
 *
 * @param high the upper 64 bits; 0 for IPv4
 * @param low the lower 64 bits, all that IPv4 has in the lower half of it
 */
public record Ip(boolean isIpv6, long high, long low) implements Comparable<Ip> {
  private static final Comparator<Ip> ORDER =
      Comparator.comparing(Ip::isIpv6)
          .thenComparing(Ip::high, Long::compareUnsigned)
          .thenComparing(Ip::low, Long::compareUnsigned);

  /** The address that a text is, if it is one. Never asks a name server. */
  public static Optional<Ip> parse(String text) {
    try {
      // Zones name links of one machine: fe80::1%eth0 is no address for a route. "10.1" is short
      // for
      // 10.0.0.1 nowhere but in old libraries.
      boolean plain =
          text.indexOf(':') >= 0
              ? text.indexOf('%') < 0
              : text.chars().filter(c -> c == '.').count() == 3;
      return plain ? Optional.of(of(InetAddress.ofLiteral(text).getAddress())) : Optional.empty();
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  /** The address of a literal in code or in data that was checked before. */
  public static Ip of(String literal) {
    return parse(literal)
        .orElseThrow(() -> new IllegalArgumentException("\"" + literal + "\" is no address"));
  }

  /** Of 4 or 16 bytes, most significant first. */
  public static Ip of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return bytes.length == 4
        ? new Ip(false, 0, Integer.toUnsignedLong(buffer.getInt()))
        : new Ip(true, buffer.getLong(), buffer.getLong());
  }

  /** 4 or 16 bytes, most significant first. */
  public byte[] bytes() {
    return isIpv6
        ? ByteBuffer.allocate(16).putLong(high).putLong(low).array()
        : ByteBuffer.allocate(4).putInt((int) low).array();
  }

  /** 32 or 128. */
  public int bits() {
    return isIpv6 ? 128 : 32;
  }

  /** The address {@code count} places further, within its lower 64 bits. */
  public Ip plus(long count) {
    long sum = low + count;
    return new Ip(isIpv6, high, isIpv6 ? sum : sum & 0xffff_ffffL);
  }

  /** The block of this address alone. */
  public Prefix alone() {
    return new Prefix(this, bits());
  }

  @Override
  public int compareTo(Ip other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return isIpv6
        ? Ipv6Text.of(bytes())
        : "%d.%d.%d.%d".formatted(low >> 24, (low >> 16) & 255, (low >> 8) & 255, low & 255);
  }
}
