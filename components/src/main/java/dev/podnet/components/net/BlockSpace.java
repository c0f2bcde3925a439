package dev.podnet.components.net;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether aligned blocks fit into a subnet's IPv4 blocks when nothing else is in it. A VNIC's pod
 * addresses are one block of a power of two, aligned to its size; three addresses of each of the
 * subnet's blocks are reserved (the first two and the last), so that its first and last part are
 * never one whole block. Source: Oracle, VCNs and Subnets, for the reserved ones; Oracle's NPN
 * controller, as read, for the aligned block.
 */
public final class BlockSpace {
  /** Bits of an address that the prefix leaves, for each of the subnet's blocks. */
  private final List<Integer> bits;

  // runs[i]: aligned runs of 2^i free addresses between the reserved ones, as large as can be.
  private final long[] runs = new long[Blocks.ORDERS];

  // places[i]: aligned places of 2^i addresses without a reserved one.
  private final long[] places = new long[Blocks.ORDERS];

  private BlockSpace(List<Integer> bits) {
    this.bits = List.copyOf(bits);
    for (int b : bits) {
      for (int order = 0; order < Blocks.ORDERS; order++) {
        runs[order] += runs(b, order);
        places[order] += places(b, order);
      }
    }
  }

  /** The lower half of a block beside its first two addresses, the upper beside its last. */
  private static long runs(int bits, int order) {
    int halves = order == 0 ? 1 : 2;
    return order <= bits - 2 ? halves : 0;
  }

  private static long places(int bits, int order) {
    int spoilt = order == 0 ? 3 : 2;
    return bits < order ? 0 : Math.max((1L << (bits - order)) - spoilt, 0);
  }

  /** The space of a subnet's blocks; IPv6 ones do not count. */
  public static BlockSpace of(List<Cidr> cidrs) {
    return new BlockSpace(
        cidrs.stream().filter(c -> !c.isIpv6()).map(c -> 32 - c.prefix()).toList());
  }

  /** The space of one block of this prefix, 0 to 32. */
  public static BlockSpace ofPrefix(int prefix) {
    return new BlockSpace(List.of(32 - prefix));
  }

  /** Addresses that are not reserved. */
  public long usable() {
    return places[0];
  }

  /** Whether all fit when each is placed as well as can be. */
  public boolean fits(Blocks wanted) {
    long left = 0;
    for (int order = Blocks.ORDERS - 1; order >= 0; order--) {
      left = 2 * left + runs[order] - wanted.count(order);
      if (left < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether all fit wherever each is placed, and in whatever order. */
  public boolean fitsAnyhow(Blocks wanted) {
    for (int order = 0; order < Blocks.ORDERS; order++) {
      if (wanted.count(order) > 0 && wanted.placesTaken(order) > places[order]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether all fit when single addresses, as VNICs' own, keep to one of the subnet's blocks and
   * larger ones to the others: what a second block is for. False where there is one block only.
   */
  public boolean fitsWithSinglesApart(Blocks wanted) {
    Blocks singles = wanted.singles();
    Blocks larger = wanted.minus(singles);
    return bits.size() > 1
        && IntStream.range(0, bits.size())
            .anyMatch(i ->
                new BlockSpace(List.of(bits.get(i))).fits(singles)
                    && without(i).fitsAnyhow(larger));
  }

  private BlockSpace without(int index) {
    return new BlockSpace(
        IntStream.range(0, bits.size()).filter(i -> i != index).mapToObj(bits::get).toList());
  }
}
