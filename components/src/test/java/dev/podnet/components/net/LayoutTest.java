package dev.podnet.components.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.Example;
import dev.podnet.components.Golden;
import dev.podnet.components.config.SubnetConfig;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes become blocks, and stay those blocks. */
class LayoutTest {
  private static final String NETWORK =
      """
      cidrs: [10.0.0.0/16, 10.2.0.0/24]
      subnets:
        - {name: endpoint, role: endpoint, sizes: [/29]}
        - {name: workers, role: workers, sizes: [250]}
        - {name: fixed, role: bastion, cidrs: [10.0.2.0/24]}
        - {name: balancers, role: loadBalancers, sizes: [/25], unusedBefore: [/24]}
        - {name: pods, role: pods, sizes: [/24, /19]}
        - {name: frontend, role: pods, sizes: [/17]}
        - {name: backend, role: pods, sizes: [1000]}
      """;

  /** No change of the algorithm may ever change this file: live subnets cannot move. */
  @Test
  void versionOneGivesTheseBlocksForEver() {
    Golden.assertMatches(LayoutTest.class, "layout-1.golden", told(NETWORK));
  }

  @ParameterizedTest(name = "with {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "  - {name: last, role: pods, sizes: [/28]}",
        "  - {name: last, role: pods, cidrs: [10.0.0.0/30]}",
        "  - {name: last, role: pods, sizes: [/16]}",
      })
  void whatComesLastMovesNothing(String subnet) {
    assertThat(told(NETWORK + "  " + subnet.strip())).startsWith(told(NETWORK));
  }

  @Test
  void aGapInPlaceOfASubnetMovesNothing() {
    String without =
        NETWORK
            .replace("  - {name: workers, role: workers, sizes: [250]}\n", "")
            .replace("cidrs: [10.0.2.0/24]", "cidrs: [10.0.2.0/24], unusedBefore: [250]");

    assertThat(told(NETWORK)).endsWith(told(without).substring(told(without).indexOf("fixed")));
  }

  @Test
  void anotherBlockOfTheVcnMovesNothing() {
    assertThat(told(NETWORK.replace("10.2.0.0/24]", "10.2.0.0/24, 10.3.0.0/16]")))
        .isEqualTo(told(NETWORK));
  }

  @Test
  void whereThereIsNoRoomTheSizesStay() {
    assertThat(subnets(NETWORK.replace("[/17]", "[/16]")).get(5))
        .satisfies(s -> assertThat(s.cidrs()).isEmpty())
        .satisfies(s -> assertThat(s.sizes()).containsExactly(new BlockSize(16)));
    assertThat(
            new Example()
                .with("network.subnets[4].cidrs", null)
                .with("network.subnets[4].sizes[0]", "/16")
                .ids())
        .contains("layout-no-room");
  }

  @Test
  void aBlockOfTheVcnIsTakenWholeAndNothingBeyondIt() {
    Layout layout = new Layout(List.of(Cidr.of("2001:db8::/64"), Cidr.of("10.0.0.0/24")));

    assertThat(layout.take(new BlockSize(24))).contains(Cidr.of("10.0.0.0/24"));
    assertThat(layout.take(new BlockSize(24))).isEmpty();
    assertThat(layout.take(new BlockSize(30))).isEmpty();
  }

  @ParameterizedTest(name = "{0}: /{1}")
  @CsvSource({"/24, 24", "1, 30", "2, 29", "253, 24", "254, 23", "65533, 16"})
  void aSizeIsAPrefixOrANumberOfAddresses(String text, int prefix) {
    assertThat(BlockSize.parse(text)).isEqualTo(new Parsed.Ok<>(new BlockSize(prefix)));
  }

  private static String told(String network) {
    return subnets(network).stream()
        .map(s -> "%-10s %s%n".formatted(s.name(), s.cidrs()))
        .collect(Collectors.joining());
  }

  @SuppressWarnings("unchecked")
  private static List<SubnetConfig> subnets(String network) {
    Map<String, Object> tree = (Map<String, Object>) Example.yaml(network);
    return new Example().with("network", tree).config().network().subnets();
  }
}
