package dev.podnet.components.net;

import java.util.List;

/**
 * How many aligned blocks still fit into a subnet, at best. A VNIC's pod addresses are one block of
 * a power of two, aligned to its size; three addresses of each of the subnet's blocks are reserved
 * (the first two and the last), so that its first and last part are never one whole block.
 */
public final class BlockSpace {
  private static final int ORDERS = 33;

  // free[i]: aligned runs of 2^i free addresses, buddies never joined: blocks are taken largest
  // first, so nothing is given back.
  private final long[] free = new long[ORDERS];

  /** The space of a subnet's IPv4 blocks. */
  public BlockSpace(List<Cidr> cidrs) {
    cidrs.stream().filter(c -> !c.isIpv6()).forEach(this::add);
  }

  private void add(Cidr cidr) {
    int bits = 32 - cidr.prefix();
    for (int order = 1; order <= bits - 2; order++) {
      free[order]++; // what is left of the lower half beside its first two addresses
    }
    for (int order = 0; order <= bits - 2; order++) {
      free[order]++; // what is left of the upper half beside its last address
    }
  }

  /**
   * Takes {@code count} blocks of {@code size} addresses; larger sizes must be taken first.
   *
   * @return how many of them fit
   */
  public long take(int size, long count) {
    int wanted = order(size);
    long taken = 0;
    while (taken < count && (free[wanted] > 0 || splitFor(wanted))) {
      long now = Math.min(free[wanted], count - taken);
      free[wanted] -= now;
      taken += now;
    }
    return taken;
  }

  /** Breaks the smallest larger run into two of the wanted order and the rest between. */
  private boolean splitFor(int wanted) {
    int order = wanted + 1;
    while (order < ORDERS && free[order] == 0) {
      order++;
    }
    if (order == ORDERS) {
      return false;
    }
    free[order]--;
    for (int i = order - 1; i > wanted; i--) {
      free[i]++;
    }
    free[wanted] += 2;
    return true;
  }

  /** The smallest block that holds {@code addresses}, as a power of two's exponent. */
  private static int order(int addresses) {
    return 32 - Integer.numberOfLeadingZeros(Math.max(addresses, 1) - 1);
  }
}
