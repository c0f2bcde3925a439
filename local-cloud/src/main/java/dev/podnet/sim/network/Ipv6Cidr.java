package dev.podnet.sim.network;

import java.util.Optional;

/** An IPv6 block of at most 64 bits, which is all that VCNs and subnets need. */
record Ipv6Cidr(long network, int prefix) {

  static Optional<Ipv6Cidr> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,2}")) {
      return Optional.empty();
    }
    int prefix = Integer.parseInt(text.substring(slash + 1));
    return high(text.substring(0, slash))
        .filter(network -> prefix <= 64 && (network & hostMask(prefix)) == 0)
        .map(network -> new Ipv6Cidr(network, prefix));
  }

  boolean contains(Ipv6Cidr other) {
    return prefix <= other.prefix && (other.network & ~hostMask(prefix)) == network;
  }

  /** The n-th address of the block. */
  String address(long n) {
    return n < 1 << 16
        ? groups() + "::" + Long.toHexString(n)
        : "%s:%x:%x:%x:%x"
            .formatted(groups(), n >>> 48, n >>> 32 & 0xffff, n >>> 16 & 0xffff, n & 0xffff);
  }

  @Override
  public String toString() {
    return groups() + "::/" + prefix;
  }

  private String groups() {
    return "%x:%x:%x:%x"
        .formatted(
            network >>> 48, network >>> 32 & 0xffff, network >>> 16 & 0xffff, network & 0xffff);
  }

  private static long hostMask(int prefix) {
    return prefix == 0 ? -1L : prefix == 64 ? 0 : -1L >>> prefix;
  }

  /** The upper 64 bits of an address whose lower ones are zero. */
  private static Optional<Long> high(String text) {
    int gap = text.indexOf("::");
    String head = gap < 0 ? text : text.substring(0, gap);
    String tail = gap < 0 ? "" : text.substring(gap + 2);
    String[] groups = head.split(":", -1);
    if (!tail.isEmpty() || groups.length > (gap < 0 ? 8 : 7) || (gap < 0 && groups.length != 8)) {
      return Optional.empty();
    }
    long value = 0;
    for (int i = 0; i < 8; i++) {
      String group = i < groups.length && !groups[i].isEmpty() ? groups[i] : "0";
      if (!group.matches("[0-9a-fA-F]{1,4}") || (i >= 4 && Long.parseLong(group, 16) != 0)) {
        return Optional.empty();
      }
      value = i < 4 ? value << 16 | Long.parseLong(group, 16) : value;
    }
    return Optional.of(value);
  }
}
