package dev.podnet.components.net;

/**
 * How large a block is to be, before it is known where.
 *
 * @param prefix bits of its prefix, 16 to 30
 */
public record BlockSize(int prefix) {
  private static final int LARGEST = 16;
  private static final int SMALLEST = 30;

  /** The first two addresses of a subnet and the last are Oracle's. */
  private static final int RESERVED = 3;

  /**
   * Reads {@code /24}, or a number of usable addresses: {@code 250} is a /24, as three more are
   * reserved. Subnets are /16 to /30, as VCNs are.
   */
  public static Parsed<BlockSize> parse(String text) {
    String stripped = text.strip();
    if (stripped.matches("/\\d{1,2}")) {
      return of(Integer.parseInt(stripped.substring(1)));
    }
    if (stripped.matches("\\d{1,6}")) {
      int needed = Integer.parseInt(stripped) + RESERVED;
      return of(Integer.numberOfLeadingZeros(needed - 1));
    }
    return new Parsed.Bad<>("no size", "write a prefix like /24, or a number of addresses");
  }

  private static Parsed<BlockSize> of(int prefix) {
    return prefix < LARGEST || prefix > SMALLEST
        ? new Parsed.Bad<>("no size of a subnet", "write one from /16 to /30")
        : new Parsed.Ok<>(new BlockSize(prefix));
  }

  @Override
  public String toString() {
    return "/" + prefix;
  }
}
