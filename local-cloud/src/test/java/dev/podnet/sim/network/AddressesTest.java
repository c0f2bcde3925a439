package dev.podnet.sim.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.MemoryState;
import dev.podnet.sim.model.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
  @ParameterizedTest
  @CsvSource({
    "24, 27, 6",
    "22, 24, 2",
    "19, 24, 30",
    "19, 27, 254",
    "27, 27, 0",
    "26, 27, 0",
    "25, 27, 2"
  })
  void blocksThatHoldReservedAddressesAreNotGiven(int subnet, int block, int expected) {
    var addresses = of("10.0.32.0/" + subnet);

    int given = 0;
    while (addresses.takeBlock(block).isPresent()) {
      given++;
    }

    assertThat(given).isEqualTo(expected);
  }

  @Test
  void aSubnetGivesAllButThreeSingleAddresses() {
    var addresses = of("10.0.0.0/29");

    assertThat(addresses.takeHost()).hasValue(Cidr.address("10.0.0.2").orElseThrow());
    int given = 1;
    while (addresses.takeHost().isPresent()) {
      given++;
    }

    assertThat(given).isEqualTo(5);
  }

  @Test
  void aSingleAddressSpoilsItsBlock() {
    var addresses = of("10.0.0.0/24");

    assertThat(addresses.takeExactly(Cidr.address("10.0.0.40").orElseThrow(), 32)).isTrue();

    assertThat(addresses.takeBlock(27)).hasValue(Cidr.address("10.0.0.64").orElseThrow());
    assertThat(addresses.takeExactly(Cidr.address("10.0.0.40").orElseThrow(), 32)).isFalse();
    assertThat(addresses.takeExactly(Cidr.address("10.1.0.0").orElseThrow(), 32)).isFalse();
  }

  @Test
  void aSecondBlockOfTheSubnetTakesOver() {
    var addresses = of("10.0.0.0/28", "10.0.1.0/24");

    assertThat(addresses.takeHost()).hasValue(Cidr.address("10.0.0.2").orElseThrow());
    assertThat(addresses.takeBlock(27)).hasValue(Cidr.address("10.0.1.32").orElseThrow());
  }

  private static Addresses of(String... blocks) {
    var subnet =
        new Resource(
            "subnet",
            "ocid1.subnet.oc1.iad.a",
            1,
            1,
            Doc.of("ipv4CidrBlocks", List.of(blocks)),
            Doc.EMPTY);
    return Addresses.of(new MemoryState(), subnet);
  }
}
