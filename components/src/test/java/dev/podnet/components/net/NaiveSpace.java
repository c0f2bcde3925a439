package dev.podnet.components.net;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A subnet address by address: every place for a block is looked at. */
final class NaiveSpace {
  private final List<boolean[]> used;

  NaiveSpace(int... sizes) {
    used = IntStream.of(sizes).mapToObj(NaiveSpace::reserved).toList();
  }

  private static boolean[] reserved(int size) {
    boolean[] used = new boolean[size];
    used[0] = true;
    used[1] = true;
    used[size - 1] = true;
    return used;
  }

  /** Takes so many blocks, each at the first place that is free; whether there was one for each. */
  boolean take(int size, int count) {
    for (int i = 0; i < count; i++) {
      if (!takeOne(size)) {
        return false;
      }
    }
    return true;
  }

  private boolean takeOne(int size) {
    for (boolean[] block : used) {
      for (int at = 0; at + size <= block.length; at += size) {
        if (isFree(block, at, size)) {
          Arrays.fill(block, at, at + size, true);
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isFree(boolean[] block, int at, int size) {
    return IntStream.range(at, at + size).noneMatch(i -> block[i]);
  }

  /**
   * Whether some order and some places for counts[i] blocks of 2^i addresses leave one of them
   * without a place, in blocks of these sizes: tries them all.
   */
  static boolean canFail(int[] counts, int... sizes) {
    long mask = 0;
    int start = 0;
    for (int size : sizes) {
      mask |= (3L << start) | (1L << (start + size - 1));
      start += size;
    }
    return new Adversary(sizes).canFail(mask, counts);
  }

  private static final class Adversary {
    private final int[] sizes;
    private final Map<List<Long>, Boolean> known = new HashMap<>();

    Adversary(int... sizes) {
      this.sizes = sizes;
    }

    boolean canFail(long mask, int[] counts) {
      long left = Arrays.stream(counts).asLongStream().reduce(0, (a, b) -> 10 * a + b);
      List<Long> key = List.of(mask, left);
      Boolean before = known.get(key);
      if (before == null) {
        before = IntStream.range(0, counts.length).anyMatch(i -> canFail(mask, counts, i));
        known.put(key, before);
      }
      return before;
    }

    private boolean canFail(long mask, int[] counts, int order) {
      if (counts[order] == 0) {
        return false;
      }
      int[] rest = counts.clone();
      rest[order]--;
      long[] places = places(mask, 1 << order);
      return places.length == 0
          || Arrays.stream(places).anyMatch(place -> canFail(mask | place, rest));
    }

    private long[] places(long mask, int size) {
      long[] places = new long[64];
      int found = 0;
      int start = 0;
      for (int length : sizes) {
        for (int at = 0; at + size <= length; at += size) {
          long place = ((1L << size) - 1) << (start + at);
          if ((mask & place) == 0) {
            places[found++] = place;
          }
        }
        start += length;
      }
      return Arrays.copyOf(places, found);
    }
  }
}
