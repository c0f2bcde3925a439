package dev.podnet.ip;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A block of addresses, such as 10.0.32.0/27.
 *
 * @param first its first address: no bit beyond the prefix is set
 * @param length bits of the prefix, 0 to 32 or 128
 */
public record Prefix(Ip first, int length) implements Comparable<Prefix> {
  private static final Comparator<Prefix> ORDER =
      Comparator.comparing(Prefix::first).thenComparingInt(Prefix::length);

  public Prefix {
    if (length < 0 || length > first.bits() || !cut(first, length).equals(first)) {
      throw new IllegalArgumentException(first + "/" + length + " is no block of addresses");
    }
  }

  /** The block around an address. */
  public static Prefix around(Ip address, int length) {
    return new Prefix(cut(address, length), length);
  }

  /** Of {@code address/length}; bits beyond the prefix are refused. */
  public static Optional<Prefix> parse(String text) {
    int slash = text.indexOf('/');
    try {
      return slash < 0
          ? Optional.empty()
          : Ip.parse(text.substring(0, slash))
              .map(ip -> new Prefix(ip, Integer.parseUnsignedInt(text.substring(slash + 1))));
    } catch (IllegalArgumentException notABlock) {
      return Optional.empty();
    }
  }

  /** The block of a literal in code. */
  public static Prefix of(String literal) {
    return parse(literal)
        .orElseThrow(() -> new IllegalArgumentException("\"" + literal + "\" is no block"));
  }

  public boolean isIpv6() {
    return first.isIpv6();
  }

  public boolean contains(Ip address) {
    return address.isIpv6() == isIpv6() && cut(address, length).equals(first);
  }

  /** How many addresses it has, at most {@code limit}. */
  public int size(int limit) {
    int bits = first.bits() - length;
    return bits >= 31 ? limit : Math.min(limit, 1 << bits);
  }

  /** The fewest blocks that hold these addresses and no others, in order. */
  public static List<Prefix> cover(Collection<Ip> addresses) {
    List<Prefix> blocks = new ArrayList<>();
    for (Ip address : new TreeSet<>(addresses)) {
      Prefix last = address.alone();
      while (!blocks.isEmpty() && blocks.getLast().isSiblingBefore(last)) {
        last = new Prefix(blocks.removeLast().first, last.length - 1);
      }
      blocks.add(last);
    }
    return blocks;
  }

  private boolean isSiblingBefore(Prefix next) {
    return length == next.length
        && length > 0
        && isIpv6() == next.isIpv6()
        && !first.equals(next.first)
        && cut(next.first, length - 1).equals(first);
  }

  private static Ip cut(Ip ip, int length) {
    if (!ip.isIpv6()) {
      return new Ip(false, 0, ip.low() & mask(length + 32));
    }
    return new Ip(
        true, ip.high() & mask(Math.min(length, 64)), ip.low() & mask(Math.max(length - 64, 0)));
  }

  /** The upper bits of 64. */
  private static long mask(int length) {
    return length == 0 ? 0 : -1L << (64 - length);
  }

  @Override
  public int compareTo(Prefix other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return first + "/" + length;
  }
}
