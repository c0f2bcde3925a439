package dev.podnet.components.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockSpaceTest {

  @ParameterizedTest(name = "{0} has room for {2} blocks of {1}")
  @CsvSource({
    "10.0.0.0/24, 32, 6", // the first and the last of eight hold reserved addresses
    "10.0.0.0/22, 256, 2",
    "10.0.0.0/19, 256, 30",
    "10.0.0.0/19, 32, 254",
    "10.0.0.0/24, 128, 0",
    "10.0.0.0/24, 1, 253",
    "10.0.0.0/30, 1, 1",
    "10.0.0.0/31, 1, 0",
  })
  void reservedAddressesSpoilTheOuterBlocks(String cidr, int size, long room) {
    assertThat(new BlockSpace(List.of(Cidr.of(cidr))).take(size, Long.MAX_VALUE)).isEqualTo(room);
  }

  @Test
  void anOddCountTakesTheNextPowerOfTwo() {
    BlockSpace space = new BlockSpace(List.of(Cidr.of("10.0.0.0/24")));

    assertThat(space.take(33, 9)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void itAgreesWithTryingEveryAddress(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 200; round++) {
      int prefix = random.nextInt(22, 31);
      List<Cidr> cidrs = List.of(Cidr.of("10.0.0.0/" + prefix), Cidr.of("10.9.0.0/27"));
      BlockSpace space = new BlockSpace(cidrs);
      Naive naive = new Naive(List.of(1 << (32 - prefix), 32));
      for (int size = 64; size >= 1; size /= 2) {
        long count = random.nextLong(6);
        assertThat(space.take(size, count))
            .as("seed %d, /%d, %d blocks of %d", seed, prefix, count, size)
            .isEqualTo(naive.take(size, count));
      }
    }
  }

  /** Marks addresses one by one, and looks at every aligned place for a block. */
  private static final class Naive {
    private final List<boolean[]> used;

    Naive(List<Integer> sizes) {
      used = sizes.stream().map(boolean[]::new).toList();
      for (boolean[] block : used) {
        block[0] = true;
        block[1] = true;
        block[block.length - 1] = true;
      }
    }

    long take(int size, long count) {
      long taken = 0;
      while (taken < count && takeOne(size)) {
        taken++;
      }
      return taken;
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
      for (int i = at; i < at + size; i++) {
        if (block[i]) {
          return false;
        }
      }
      return true;
    }
  }
}
