package dev.podnet.components.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.podnet.components.Example;
import dev.podnet.components.config.Finding;
import org.junit.jupiter.api.Test;

class CapacityChecksTest {

  @Test
  void interfacesBoundThePodsOfANode() {
    Example example = interfaces("{primary: frontend, extra: [backend]}");

    assertThat(example.findings())
        .extracting(Finding::id, Finding::path, Finding::fix)
        .containsExactly(
            tuple("interfaces-unbounded", "podnet:pools[1].maxPods", "Set maxPods to 16 or less."));
    assertThat(example.with("pools[1].maxPods", 16).ids()).isEmpty();
    assertThat(example.with("pools[1].maxPods", 17).ids()).containsExactly("max-pods");
  }

  @Test
  void interfacesThatLeaveRoomForAllPodsNeedNoBound() {
    assertThat(interfaces("{extra: []}").ids()).isEmpty();
  }

  @Test
  void interfacesSelectProfilesOfTheirPool() {
    assertThat(interfaces("{primary: frontend, extra: [backend, default]}").findings())
        .filteredOn(Finding::isError)
        .extracting(Finding::id, Finding::path, Finding::fix)
        .containsExactly(
            tuple(
                "unknown-profile",
                "podnet:pools[1].interfaces.extra[1]",
                "Use one of backend, frontend, or add it under profiles."));
    assertThat(
            new Example()
                .with("cluster.multus", true)
                .with("pools[0].profiles", null)
                .with("pools[0].podSubnet", "pods")
                .with("pools[0].interfaces", Example.yaml("{primary: default}"))
                .findings())
        .extracting(Finding::fix)
        .containsExactly("Give the pool profiles: interfaces select among them.");
  }

  @Test
  void morePodsThanANodeCanHaveAreRefusedWhateverTheProfilesSay() {
    Example example = new Example().with("pools[1].profiles[0].ipCount", 256);

    assertThat(example.with("pools[1].maxPods", 256).ids()).doesNotContain("max-pods");
    assertThat(example.with("pools[1].maxPods", 257).ids()).contains("max-pods");
  }

  @Test
  void aShapeThatIsNotKnownMayHaveAsManyPodsAsANodeCan() {
    Example example =
        new Example()
            .with("pools[0].profiles", null)
            .with("pools[0].podSubnet", "pods")
            .with("pools[0].shape", "VM.Unheard.Of")
            .with("pools[0].maxPods", 256);

    assertThat(example.ids()).containsExactly("unknown-shape");
    assertThat(example.with("pools[0].maxPods", 257).ids()).contains("max-pods");
  }

  @Test
  void aPoolWithoutNodesRunsNoCoreDns() {
    Example example = new Example().with("pools[0].size", 0);

    assertThat(example.ids()).containsExactly("every-pool-tainted");
    assertThat(example.with("pools[0].autoscaled", true).with("pools[0].maxSize", 1).ids())
        .isEmpty();
    assertThat(new Example().with("pools[0].size", 0).with("pools[1].size", 0).ids()).isEmpty();
  }

  private static Example interfaces(String interfaces) {
    return new Example()
        .with("cluster.multus", true)
        .with("pools[1].interfaces", Example.yaml(interfaces));
  }
}
