package dev.podnet.components.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.Example;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterPlannerTest {

  @Test
  void oraclesCniIsKeptOffPackagedNodes() {
    assertThat(new Example().plan().cluster().addons())
        .singleElement()
        .satisfies(addon -> {
          assertThat(addon.name()).isEqualTo("OciVcnIpNative");
          assertThat(addon.version()).isEmpty();
          assertThat(addon.stays()).isTrue();
          assertThat(addon.configuration())
              .singleElement()
              .satisfies(setting -> {
                assertThat(setting.getKey()).isEqualTo("affinity");
                assertThat(setting.getValue()).contains("podnet.dev/cni", "DoesNotExist");
              });
        });
  }

  @Test
  void oraclesCniIsLeftAloneWhereNobodyAsksForMore() {
    assertThat(new Example().with("pools[1].cni", "oracle").plan().cluster().addons()).isEmpty();
  }

  @Test
  void aPinnedVersionAndSettingsReachTheAddon() {
    Example example =
        new Example()
            .with("pools[1].cni", "oracle")
            .with("cluster.cniVersion", "3.2.0")
            .with("cluster.cniConfiguration.tolerations", "[]");

    assertThat(example.plan().cluster().addons())
        .containsExactly(
            new AddonPlan(
                "oracle-cni",
                "OciVcnIpNative",
                Optional.of("3.2.0"),
                List.of(Map.entry("tolerations", "[]")),
                true));
  }

  @Test
  void anAddonThatOracleUpdatesHasNoVersion() {
    Example example =
        new Example().with("cluster.cniVersion", "2.2.0").with("cluster.cniAutoUpdate", true);

    assertThat(example.plan().cluster().addons().get(0).version()).isEmpty();
  }

  @Test
  void otherAddonsGoWithTheStack() {
    Object addons = Example.yaml("[{name: CertManager, configuration: {b: y, a: x}}]");

    assertThat(new Example().with("cluster.addons", addons).plan().cluster().addons().get(1))
        .isEqualTo(
            new AddonPlan(
                "CertManager",
                "CertManager",
                Optional.empty(),
                List.of(Map.entry("a", "x"), Map.entry("b", "y")),
                false));
  }

  @Test
  void theGuardLeavesOraclesNamesToOracleUnlessToldOtherwise() {
    assertThat(new Example().plan().runtime().orElseThrow().besideOraclesGuard()).isTrue();
    assertThat(
            new Example()
                .with("runtime.guard", "documented")
                .plan()
                .runtime()
                .orElseThrow()
                .besideOraclesGuard())
        .isFalse();
  }
}
