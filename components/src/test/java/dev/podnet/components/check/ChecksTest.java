package dev.podnet.components.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.podnet.components.Example;
import dev.podnet.components.config.Finding;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChecksTest {

  @ParameterizedTest
  @MethodSource("dev.podnet.components.Example#stacks")
  void aRightStackIsAllRight(String stack) {
    assertThat(Example.of(stack).findings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.podnet.components.check.WrongStack#withOneChange")
  void oneWrongSettingGivesItsFinding(WrongStack stack) {
    assertThat(stack.findings())
        .filteredOn(f -> f.id().equals(stack.id()))
        .extracting(Finding::path)
        .contains("podnet:" + stack.path());
  }

  @ParameterizedTest
  @MethodSource("dev.podnet.components.check.WrongStack#withSeveralChanges")
  void severalWrongSettingsGiveTheirFindingAndNoOther(WrongStack stack) {
    assertThat(stack.findings())
        .extracting(Finding::id, Finding::path)
        .contains(tuple(stack.id(), "podnet:" + stack.path()));
    assertThat(stack.findings()).extracting(Finding::id).containsOnly(stack.id());
  }

  @ParameterizedTest
  @MethodSource("dev.podnet.components.check.OtherStack#all")
  void otherStacksGiveTheirFindingAndRightOnesNone(OtherStack stack) {
    assertThat(stack.failing()).extracting(Finding::id).containsOnly(stack.id());
    assertThat(stack.passing()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.podnet.components.check.RightSetting#all")
  void oneRightSettingGivesNoFinding(RightSetting right) {
    assertThat(right.findings()).extracting(Finding::id).doesNotContain(right.id());
  }

  @Test
  void everyFindingSaysWhatToDo() {
    assertThat(Stream.concat(WrongStack.withOneChange(), WrongStack.withSeveralChanges()))
        .flatExtracting(WrongStack::findings)
        .allSatisfy(f -> assertThat(f.reason()).endsWith("."))
        .allSatisfy(f -> assertThat(f.fix()).matches(".+[.?]"));
  }

  @Test
  void allFindingsAreToldAtOnce() {
    Example example =
        new Example()
            .with("pools[1].profiles[0].ipCount", 300)
            .with("network.subnets[4].access", "public")
            .with("pools[1].subnet", "nodes");

    assertThat(example.findings())
        .extracting(Finding::id)
        .contains("ip-count-range", "ip-count-sum", "pod-subnet-public", "unknown-subnet");
  }

  @Test
  void pluginVersionsBindOnlyPoolsThatRunIt() {
    Example example = new Example().with("cluster.cniVersion", "3.1.0");

    assertThat(example.with("pools[0].profiles[0].ipCount", 16).ids()).isEmpty();
    assertThat(example.with("cluster.multus", true).ids()).containsExactly("multus-needs-plugin");
    assertThat(example.with("cluster.cniVersion", "3.2.0").ids()).isEmpty();
  }

  @Test
  void oracleMayUpdateAnOldPlugin() {
    Example example =
        standard().with("cluster.cniAutoUpdate", true).with("cluster.cniVersion", "2.2.9");

    assertThat(example.ids()).isEmpty();
    assertThat(example.with("cluster.cniVersion", "2.3.0").ids())
        .containsExactly("cni-auto-update");
  }

  @Test
  void aMeshAndDualStackNeedNewerVersions() {
    Example mesh =
        new Example()
            .with("cluster.kubernetesVersion", "v1.28.2")
            .with("pools[0].kubernetesVersion", "v1.25.4");
    Example dual = new Example().with("cluster.kubernetesVersion", "v1.28.2");

    assertThat(mesh.ids()).isEmpty();
    assertThat(mesh.with("cluster.serviceMesh", true).findings())
        .extracting(Finding::id, Finding::path)
        .containsExactly(tuple("mesh-nodes-too-old", "podnet:pools[0].kubernetesVersion"));
    assertThat(dual.with("cluster.dualStack", true).ids()).contains("dual-stack-too-old");
    assertThat(dual.with("cluster.kubernetesVersion", "v1.29.0").ids())
        .doesNotContain("dual-stack-too-old");
  }

  @Test
  void podGroupsBelongToPoolsWithoutProfiles() {
    Object groups = Example.yaml("[a]");

    assertThat(standard().with("pools[0].podNsgs", groups).ids()).isEmpty();
    assertThat(new Example().with("pools[0].podNsgs", groups).ids())
        .containsExactly("pod-nsgs-beside-profiles");
  }

  @Test
  void anAutoscaledPoolMayGrow() {
    Example example = new Example().with("pools[1].autoscaled", true).with("pools[1].maxSize", 10);

    assertThat(example.ids()).isEmpty();
    assertThat(example.with("pools[1].maxSize", 2).ids()).isEmpty();
    assertThat(example.with("pools[1].maxSize", 1).ids()).containsExactly("max-size");
  }

  @Test
  void aSecondBlockMakesManyAddressesPerVnicComfortable() {
    Example example =
        new Example()
            .with("pools[1].profiles[0].ipCount", 64)
            .with("network.subnets[4].cidrs[1]", "10.0.64.0/24");

    assertThat(example.ids()).isEmpty();
  }

  @Test
  void aPoolWithAPodSubnetNeedsNoProfiles() {
    Example example = standard().with("pools[0].maxPods", 31);

    assertThat(example.ids()).isEmpty();
    assertThat(example.with("pools[0].maxPods", 32).ids()).containsExactly("max-pods");
  }

  private static Example standard() {
    return Example.of("pod subnet");
  }
}
