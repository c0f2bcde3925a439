package dev.podnet.components.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.Example;
import dev.podnet.components.config.Finding;
import dev.podnet.components.net.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverlapsTest {
  private static final int SUBNETS = 6;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void itAgreesWithComparingEachWithEach(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Cidr> blocks = new ArrayList<>();
    Example example = new Example();
    for (int i = 0; i < SUBNETS; i++) {
      int prefix = random.nextInt(18, 23);
      Cidr block = Cidr.of("10.0.0.0/16").part(prefix, random.nextInt(1 << (prefix - 16)));
      blocks.add(block);
      example.with("network.subnets[" + i + "].cidrs[0]", block.toString());
    }
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < SUBNETS; i++) {
      for (int j = 0; j < i; j++) {
        if (blocks.get(i).overlaps(blocks.get(j))) {
          expected.add(told(i, blocks.get(i), j, blocks.get(j)));
        }
      }
    }

    assertThat(example.findings())
        .filteredOn(f -> f.id().equals("overlap"))
        .extracting(OverlapsTest::told)
        .as("seed %d", seed)
        .containsExactlyElementsOf(expected);
  }

  private static String told(Finding finding) {
    return finding.path() + " " + finding.reason();
  }

  private static String told(int i, Cidr block, int j, Cidr other) {
    return path(i) + " " + block + " overlaps " + other + " of " + path(j) + ".";
  }

  private static String path(int subnet) {
    return "podnet:network.subnets[" + subnet + "].cidrs[0]";
  }
}
