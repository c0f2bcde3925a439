package dev.podnet.components.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.Example;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityTest {

  @Test
  void capacityIsTheSumOfTheProfiles() {
    PoolPlan apps = apps(new Example());

    assertThat(apps.capacity())
        .isEqualTo(
            new Capacity(
                2,
                2,
                0,
                3,
                Optional.of(4),
                48,
                48,
                Map.of("frontend", 32, "backend", 16),
                Map.of("frontend", 32, "backend", 16)));
    assertThat(apps.capacity().total()).isEqualTo(96);
    assertThat(apps.isTainted()).isTrue();
  }

  @Test
  void theKubeletsLimitBindsPodsOfEachResourceToo() {
    Capacity capacity = apps(new Example().with("pools[1].maxPods", 20)).capacity();

    assertThat(capacity.podsPerNode()).isEqualTo(20);
    assertThat(capacity.room()).isEqualTo(48);
    assertThat(capacity.resources()).isEqualTo(Map.of("frontend", 20, "backend", 16));
  }

  @Test
  void profilesOfOneResourceAddUp() {
    Capacity capacity =
        apps(new Example().with("pools[1].profiles[0].applicationResource", "backend")).capacity();

    assertThat(capacity.resources()).isEqualTo(Map.of("backend", 48));
  }

  @ParameterizedTest(name = "{0} VNICs: {1} pods on {2} secondary VNICs")
  @CsvSource({"1, 0, 0", "2, 31, 1", "3, 62, 2", "9, 248, 8", "10, 256, 9", "24, 256, 9"})
  void aNodeNeverHasMoreThan256PodsInTheStandardConfiguration(int vnics, int pods, int used) {
    assertThat(Capacity.standard(vnics)).isEqualTo(pods);
    assertThat(Capacity.standardVnics(pods)).isEqualTo(used);
  }

  @Test
  void fewerPodsNeedFewerVnicsInTheStandardConfiguration() {
    Example example = standard().with("pools[1].ocpus", 8);

    assertThat(apps(example).capacity().podsPerNode()).isEqualTo(217);
    assertThat(apps(example).capacity().vnics()).isEqualTo(8);
    assertThat(apps(example.with("pools[1].maxPods", 32)).capacity().vnics()).isEqualTo(3);
  }

  @Test
  void aShapeThatIsNotKnownHasWhatEveryShapeHas() {
    Example example = standard().with("pools[1].shape", "VM.Unheard.Of");

    assertThat(apps(example).capacity().podsPerNode()).isEqualTo(31);
    assertThat(apps(example).capacity().shapeVnics()).isEmpty();
    assertThat(apps(example.with("pools[1].maxPods", 100)).capacity().podsPerNode()).isEqualTo(100);
  }

  @ParameterizedTest(name = "{0}: {1} pods")
  @CsvSource(
      delimiter = '|',
      value = {
        "{primary: frontend, extra: [backend]}          | 16",
        "{primary: backend, extra: [backend]}           |  8",
        "{primary: frontend, extra: [backend, backend]} |  8",
        "{primary: frontend}                            | 32",
        // The primary interface may take from what the other needs.
        "{extra: [backend]}                             |  8",
        "{extra: [frontend, backend]}                   |  8",
        "{extra: [nowhere]}                             | 48",
      })
  void everyInterfaceTakesAnAddressOfItsProfile(String interfaces, int pods) {
    Example example = new Example().with("pools[1].interfaces", Example.yaml(interfaces));

    assertThat(apps(example).capacity().podsPerNode()).isEqualTo(pods);
  }

  @ParameterizedTest(name = "surge {1} in {0} of {2} nodes: {3}")
  @CsvSource({
    "instanceReplace, 1, 10, 1",
    "instanceReplace, 25%, 10, 3",
    "instanceReplace, 100%, 10, 10",
    "instanceReplace, many, 10, 0",
    "bootVolumeReplace, 5, 10, 0", // the node stays
  })
  void cyclingAddsNodes(String mode, String surge, int size, int nodes) {
    Example example =
        new Example()
            .with("pools[1].size", size)
            .with("pools[1].cycling.maximumSurge", surge)
            .with("pools[1].cycling.cycleModes", Example.yaml("[" + mode + "]"));

    assertThat(apps(example).capacity().surgeNodes()).isEqualTo(nodes);
  }

  @Test
  void anAutoscalerMayAddNodes() {
    Example example = new Example().with("pools[1].autoscaled", true).with("pools[1].maxSize", 10);

    assertThat(apps(example).capacity().mostNodes()).isEqualTo(10);
    assertThat(apps(example).capacity().total()).isEqualTo(96);
    assertThat(apps(example).capacity().mostTotal()).isEqualTo(480);
  }

  private static Example standard() {
    return new Example().with("pools[1].profiles", null).with("pools[1].podSubnet", "pods");
  }

  private static PoolPlan apps(Example example) {
    return example.plan().pools().get(1);
  }
}
