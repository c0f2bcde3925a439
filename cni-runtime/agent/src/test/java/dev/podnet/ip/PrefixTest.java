package dev.podnet.ip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 10.0.0.1",
    "255.255.255.255, 255.255.255.255",
    "::, ::",
    "fd00:0:0:1::64, fd00:0:0:1::64",
    "FE80:0:0:0:0:0:0:1, fe80::1",
    "1:0:0:2:0:0:0:3, 1:0:0:2::3",
    "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7"
  })
  void addressesAreReadAndWrittenInTheirShortestForm(String text, String written) {
    assertThat(Ip.parse(text)).map(Ip::toString).contains(written);
    assertThat(Ip.of(Ip.of(text).bytes())).isEqualTo(Ip.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10.0.0", "10.0.0.256", "localhost", "fe80::1%eth0", "1::2::3", " "})
  void otherTextsAreNoAddresses(String text) {
    assertThat(Ip.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.1/24", "10.0.0.0/33", "10.0.0.0", "fd00::/129", "/8", "10.0.0.0/-1"})
  void blocksBeginOnTheirBoundary(String text) {
    assertThat(Prefix.parse(text)).isEmpty();
  }

  @Test
  void aBlockHoldsWhatIsInIt() {
    Prefix block = Prefix.of("10.0.32.16/28");

    assertThat(block.contains(Ip.of("10.0.32.31"))).isTrue();
    assertThat(block.contains(Ip.of("10.0.32.32"))).isFalse();
    assertThat(block.contains(Ip.of("::"))).isFalse();
    assertThat(block.size(256)).isEqualTo(16);
    assertThat(Prefix.of("fd00::/64").size(256)).isEqualTo(256);
  }

  @Test
  void thePlacesAfterTheHighestBitOfAnIpv4AddressAreCounted() {
    assertThat(Ip.of("127.255.255.255").plus(1)).isEqualTo(Ip.of("128.0.0.0"));
  }

  static List<Long> seeds() {
    return List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
  }

  /** Against the model: the cover's addresses are just the given ones, and no two blocks join. */
  @ParameterizedTest
  @MethodSource("seeds")
  void aCoverHoldsTheAddressesAndNoOthersInTheFewestBlocks(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TreeSet<Ip> addresses = new TreeSet<>();
    for (int i = 0; i < random.nextInt(1, 60); i++) {
      addresses.add(Ip.of(random.nextBoolean() ? "10.0.0.0" : "fd00::").plus(random.nextInt(64)));
    }

    List<Prefix> cover = Prefix.cover(addresses);

    List<Ip> held = new ArrayList<>();
    for (Prefix block : cover) {
      for (int i = 0; i < block.size(256); i++) {
        held.add(block.first().plus(i));
      }
    }
    assertThat(held).as("seed " + seed).containsExactlyElementsOf(addresses);
    for (int i = 1; i < cover.size(); i++) {
      Prefix left = cover.get(i - 1);
      Prefix right = cover.get(i);
      boolean siblings =
          left.length() == right.length()
              && Prefix.around(right.first(), right.length() - 1)
                  .equals(Prefix.around(left.first(), left.length() - 1));
      assertThat(siblings).as("seed " + seed + " " + left + " " + right).isFalse();
    }
  }

  @Test
  void macAddressesAreReadAndWritten() {
    assertThat(Mac.parse("02:00:17:AB:01:ff")).map(Mac::toString).contains("02:00:17:ab:01:ff");
    assertThat(Mac.parse("02:00:17:ab:01")).isEmpty();
    assertThat(Mac.parse("zz:00:17:ab:01:ff")).isEmpty();
  }
}
