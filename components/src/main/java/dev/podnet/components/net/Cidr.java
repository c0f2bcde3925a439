package dev.podnet.components.net;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import java.math.BigInteger;
import java.util.Comparator;

/** A block of IPv4 or IPv6 addresses with no bit set beyond its prefix, such as 10.0.0.0/16. */
public final class Cidr {
  /** By first address; of those with the same one the larger first. */
  public static final Comparator<Cidr> ORDER =
      Comparator.comparing(Cidr::isIpv6)
          .thenComparing((Cidr c) -> c.block.getLower().getValue())
          .thenComparingInt(Cidr::prefix);

  private final IPAddress block;

  private Cidr(IPAddress block) {
    this.block = block;
  }

  /** Reads {@code address/prefix}; a missing prefix and host bits are refused, each with a fix. */
  public static Parsed<Cidr> parse(String text) {
    IPAddress address;
    try {
      address = new IPAddressString(text.strip()).toAddress();
    } catch (AddressStringException e) {
      return new Parsed.Bad<>("no address block", "write it like 10.0.0.0/16");
    }
    if (address == null || !address.isPrefixed() || text.indexOf('/') < 0) {
      return new Parsed.Bad<>("no address block", "write it like 10.0.0.0/16");
    }
    IPAddress block = address.toPrefixBlock();
    if (!address.getLower().withoutPrefixLength().equals(block.getLower().withoutPrefixLength())) {
      return new Parsed.Bad<>("not on the boundary of its prefix", "write " + block);
    }
    return new Parsed.Ok<>(new Cidr(block));
  }

  /** The block of a literal in code; a wrong literal is a bug. */
  public static Cidr of(String literal) {
    Parsed<Cidr> parsed = parse(literal);
    if (parsed instanceof Parsed.Ok<Cidr> ok) {
      return ok.value();
    }
    throw new IllegalArgumentException(literal + " is no address block");
  }

  public boolean isIpv6() {
    return block.isIPv6();
  }

  /** Bits of the prefix, 0 to 32 or 128. */
  public int prefix() {
    return block.getNetworkPrefixLength();
  }

  public boolean contains(Cidr other) {
    return block.contains(other.block);
  }

  public boolean overlaps(Cidr other) {
    return block.intersect(other.block) != null;
  }

  /** The {@code index}-th block of {@code prefix} bits inside this one, counted from zero. */
  public Cidr part(int prefix, int index) {
    BigInteger first =
        block
            .getLower()
            .getValue()
            .add(BigInteger.valueOf(index).shiftLeft(block.getBitCount() - prefix));
    byte[] bytes = new byte[block.getByteCount()];
    byte[] value = first.toByteArray();
    int length = Math.min(value.length, bytes.length);
    System.arraycopy(value, value.length - length, bytes, bytes.length - length, length);
    return new Cidr(new IPAddressGenerator().from(bytes, prefix).toPrefixBlock());
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Cidr other && block.equals(other.block);
  }

  @Override
  public int hashCode() {
    return block.hashCode();
  }

  @Override
  public String toString() {
    return block.toString();
  }
}
