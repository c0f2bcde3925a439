package dev.podnet.sim.network;

import java.util.Optional;
import java.util.regex.Pattern;

/** An IPv4 block on a network boundary; addresses are numbers, so that arithmetic is plain. */
public record Cidr(long first, int prefix) {
  private static final Pattern ADDRESS =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

  /** Empty when the text is no IPv4 block, or one whose host bits are not zero. */
  public static Optional<Cidr> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,2}")) {
      return Optional.empty();
    }
    int prefix = Integer.parseInt(text.substring(slash + 1));
    return address(text.substring(0, slash))
        .filter(first -> prefix <= 32 && first % (1L << (32 - prefix)) == 0)
        .map(first -> new Cidr(first, prefix));
  }

  /** A block that the input check has made sure of. */
  static Cidr of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalStateException(text + " is not an IPv4 block."));
  }

  public static Optional<Long> address(String text) {
    var matcher = ADDRESS.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long value = 0;
    for (int i = 1; i <= 4; i++) {
      int octet = Integer.parseInt(matcher.group(i));
      if (octet > 255) {
        return Optional.empty();
      }
      value = value << 8 | octet;
    }
    return Optional.of(value);
  }

  public static String text(long address) {
    return (address >> 24)
        + "."
        + (address >> 16 & 255)
        + "."
        + (address >> 8 & 255)
        + "."
        + (address & 255);
  }

  public long size() {
    return 1L << (32 - prefix);
  }

  public long last() {
    return first + size() - 1;
  }

  public boolean contains(Cidr other) {
    return first <= other.first && other.last() <= last();
  }

  public boolean contains(long address) {
    return first <= address && address <= last();
  }

  public boolean overlaps(Cidr other) {
    return first <= other.last() && other.first <= last();
  }

  @Override
  public String toString() {
    return text(first) + "/" + prefix;
  }
}
