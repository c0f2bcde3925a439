package dev.podnet.components.net;

import static org.assertj.core.api.Assertions.assertThat;

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
    "10.0.0.0/24, 33, 2", // as 64
    "10.0.0.0/24, 128, 0",
    "10.0.0.0/24, 1, 253",
    "10.0.0.0/30, 1, 1",
    "10.0.0.0/31, 1, 0",
  })
  void reservedAddressesSpoilTheOuterBlocks(String cidr, int size, long room) {
    BlockSpace space = space(cidr);

    assertThat(space.fits(Blocks.of(size, room))).isTrue();
    assertThat(space.fitsAnyhow(Blocks.of(size, room))).isTrue();
    assertThat(space.fits(Blocks.of(size, room + 1))).isFalse();
  }

  @Test
  void eachSingleAddressMaySpoilABlock() {
    // A node's VNIC takes a block of 32 and an address of its own: of 254 blocks at worst 2 a node.
    Blocks node = Blocks.of(32, 1).plus(Blocks.of(1, 1));
    BlockSpace space = space("10.0.0.0/19");

    assertThat(space.fitsAnyhow(node.times(127))).isTrue();
    assertThat(space.fitsAnyhow(node.times(128))).isFalse();
    assertThat(space.fits(node.times(248))).isTrue();
    assertThat(space.fits(node.times(249))).isFalse();
    assertThat(node.times(127).addresses()).isEqualTo(127 * 33);
    assertThat(node.times(127).addressesAtWorst()).isEqualTo(127 * 64);
  }

  @Test
  void aSecondBlockKeepsSingleAddressesApart() {
    Blocks wanted = Blocks.of(256, 2).plus(Blocks.of(1, 2));
    BlockSpace one = space("10.0.0.0/22");
    BlockSpace two = space("10.0.0.0/22", "10.0.4.0/29");

    assertThat(one.fitsWithSinglesApart(wanted)).isFalse();
    assertThat(two.fitsWithSinglesApart(wanted)).isTrue();
    assertThat(two.fitsAnyhow(wanted)).isFalse();
    assertThat(two.fitsWithSinglesApart(wanted.plus(Blocks.of(1, 4)))).isFalse();
  }

  @Test
  void oneIpv4BlockIsNoSecondOne() {
    assertThat(space("10.0.0.0/22").fitsWithSinglesApart(Blocks.of(1, 2))).isFalse();
    assertThat(space("10.0.0.0/22", "2001:db8::/64").fitsWithSinglesApart(Blocks.of(256, 2)))
        .isFalse();
  }

  @Test
  void usableAddressesAreThoseNotReserved() {
    assertThat(space("10.0.0.0/24", "10.1.0.0/30", "2001:db8::/64").usable()).isEqualTo(254);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void itAgreesWithTryingEveryAddress(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int fitting = 0;
    for (int round = 0; round < 300; round++) {
      int prefix = random.nextInt(23, 31);
      BlockSpace space = space("10.0.0.0/" + prefix, "10.9.0.0/27");
      NaiveSpace naive = new NaiveSpace(1 << (32 - prefix), 32);
      Blocks wanted = Blocks.NONE;
      boolean fits = true;
      for (int size = 64; size >= 1; size /= 2) {
        int count = random.nextInt(1 + 64 / size);
        wanted = wanted.plus(Blocks.of(size, count));
        fits &= naive.take(size, count);
      }
      assertThat(space.fits(wanted)).as("seed %d, /%d, %s", seed, prefix, wanted).isEqualTo(fits);
      fitting += fits ? 1 : 0;
    }
    assertThat(fitting).isBetween(30, 270);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void itAgreesWithTheWorstOfAllPlacements(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int fitting = 0;
    for (int round = 0; round < 60; round++) {
      int[] counts = {random.nextInt(4), random.nextInt(3), random.nextInt(3), random.nextInt(2)};
      Blocks wanted = Blocks.NONE;
      for (int order = 0; order < counts.length; order++) {
        wanted = wanted.plus(Blocks.of(1 << order, counts[order]));
      }
      boolean fits = !NaiveSpace.canFail(counts, 16, 8);

      assertThat(space("10.0.0.0/28", "10.9.0.0/29").fitsAnyhow(wanted))
          .as("seed %d, %s", seed, wanted)
          .isEqualTo(fits);
      fitting += fits ? 1 : 0;
    }
    assertThat(fitting).isBetween(5, 55);
  }

  private static BlockSpace space(String... cidrs) {
    return BlockSpace.of(List.of(cidrs).stream().map(Cidr::of).toList());
  }
}
