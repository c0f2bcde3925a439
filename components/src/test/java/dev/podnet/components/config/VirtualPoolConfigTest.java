package dev.podnet.components.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.Example;
import dev.podnet.components.config.VirtualPoolConfig.Effect;
import dev.podnet.components.config.VirtualPoolConfig.TaintConfig;
import dev.podnet.components.config.VirtualPoolConfig.VirtualPlacementConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VirtualPoolConfigTest {

  @Test
  void everySettingOfAVirtualPoolIsRead() {
    VirtualPoolConfig pool =
        read(
            "{name: v, size: 2, podShape: s, subnet: n, podSubnet: p, compartment: c,"
                + " placement: [{availabilityDomain: 2, faultDomains: [F], subnet: m}],"
                + " labels: {a: b}, taints: [{key: k, value: x, effect: preferNoSchedule}],"
                + " nsgs: [g], podNsgs: [h], tags: {t: u}}");

    assertThat(pool)
        .isEqualTo(
            new VirtualPoolConfig(
                "v",
                2,
                "s",
                "n",
                Optional.of("p"),
                Optional.of("c"),
                List.of(new VirtualPlacementConfig(2, List.of("F"), Optional.of("m"))),
                Map.of("a", "b"),
                List.of(new TaintConfig("k", Optional.of("x"), Effect.PREFER_NO_SCHEDULE)),
                List.of("g"),
                List.of("h"),
                List.of(),
                Map.of("t", "u")));
  }

  @Test
  void aTaintHasOneOfThreeEffects() {
    assertThat(
            new Example()
                .with(
                    "virtualPools",
                    Example.yaml(
                        "[{name: v, size: 1, podShape: s, subnet: pods,"
                            + " taints: [{key: k, effect: never}]}]"))
                .findings())
        .extracting(Finding::path)
        .contains("podnet:virtualPools[0].taints[0].effect");
  }

  private static VirtualPoolConfig read(String pool) {
    return new Example()
        .with("virtualPools", Example.yaml("[" + pool + "]"))
        .config()
        .virtualPools()
        .get(0);
  }
}
