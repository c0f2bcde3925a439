package dev.podnet.components.net;

import java.util.Arrays;

/**
 * How many aligned blocks of addresses are wanted, by size. A size that is no power of two takes
 * the next one.
 */
public final class Blocks {
  static final int ORDERS = 33;

  public static final Blocks NONE = new Blocks(new long[ORDERS]);

  // counts[i]: blocks of 2^i addresses.
  private final long[] counts;

  private Blocks(long[] counts) {
    this.counts = counts;
  }

  /** {@code count} blocks of {@code size} addresses, 1 to 2^30. */
  public static Blocks of(int size, long count) {
    long[] counts = new long[ORDERS];
    counts[order(size)] = count;
    return new Blocks(counts);
  }

  public Blocks plus(Blocks other) {
    long[] sum = counts.clone();
    Arrays.setAll(sum, i -> counts[i] + other.counts[i]);
    return new Blocks(sum);
  }

  /** Without {@code part}, which must be in here. */
  public Blocks minus(Blocks part) {
    return plus(part.times(-1));
  }

  public Blocks times(long factor) {
    long[] product = counts.clone();
    Arrays.setAll(product, i -> counts[i] * factor);
    return new Blocks(product);
  }

  /** Addresses in them all: what they take when each is placed as well as can be. */
  public long addresses() {
    long sum = 0;
    for (int order = 0; order < ORDERS; order++) {
      sum += counts[order] << order;
    }
    return sum;
  }

  /**
   * Addresses out of reach when each is placed as badly as can be: a block spoils one place of any
   * larger size that is wanted.
   */
  public long addressesAtWorst() {
    long most = 0;
    for (int order = 0; order < ORDERS; order++) {
      if (counts[order] > 0) {
        most = Math.max(most, placesTaken(order) << order);
      }
    }
    return most;
  }

  /** Places of 2^order addresses that all of them touch, when no two smaller ones share a place. */
  long placesTaken(int order) {
    long places = 0;
    for (int i = 0; i < ORDERS; i++) {
      places += i < order ? counts[i] : counts[i] << (i - order);
    }
    return places;
  }

  long count(int order) {
    return counts[order];
  }

  /** The single addresses among them. */
  public Blocks singles() {
    return of(1, counts[0]);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Blocks other && Arrays.equals(counts, other.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return Arrays.toString(counts);
  }

  /** The smallest block that holds {@code addresses}, as a power of two's exponent. */
  private static int order(int addresses) {
    return 32 - Integer.numberOfLeadingZeros(Math.max(addresses, 1) - 1);
  }
}
