package dev.podnet.components.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.podnet.components.Example;
import dev.podnet.components.config.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ChecksTest {

  @Test
  void theExampleIsAllRight() {
    assertThat(new Example().findings()).isEmpty();
  }

  @ParameterizedTest(name = "{1} at {2}")
  @CsvFileSource(resources = "/dev/podnet/components/check/one-wrong-setting.csv", delimiter = '|')
  void oneWrongSettingGivesItsFinding(String setting, String id, String path, String value) {
    Example example = new Example().with(setting, value.equals("(none)") ? null : value);

    assertThat(example.findings())
        .filteredOn(f -> f.id().equals(id))
        .extracting(Finding::path)
        .contains("podnet:" + path);
  }

  @ParameterizedTest(name = "{2} is no {1}")
  @CsvFileSource(resources = "/dev/podnet/components/check/one-right-setting.csv", delimiter = '|')
  void oneRightSettingGivesNoFinding(String setting, String id, String value) {
    assertThat(new Example().with(setting, value).ids()).doesNotContain(id);
  }

  @Test
  void theExampleWithPoolsOfAllKindsIsAllRight() {
    assertThat(Example.withPoolsOfAllKinds().findings()).isEmpty();
  }

  @ParameterizedTest(name = "{1} at {2}")
  @CsvFileSource(resources = "/dev/podnet/components/check/one-wrong-pool.csv", delimiter = '|')
  void oneWrongSettingOfAPoolGivesItsFinding(String setting, String id, String path, String value) {
    Object typed = value.startsWith("[") ? Example.yaml(value) : value;
    Example example =
        Example.withPoolsOfAllKinds().with(setting, value.equals("(none)") ? null : typed);

    assertThat(example.findings())
        .filteredOn(f -> f.id().equals(id))
        .extracting(Finding::path)
        .contains("podnet:" + path);
  }

  @Test
  void everyFindingSaysWhatToDo() {
    Example example =
        new Example()
            .with("pools[1].profiles[0].ipCount", 300)
            .with("network.subnets[4].access", "public")
            .with("pools[1].subnet", "nodes");

    assertThat(example.findings())
        .hasSizeGreaterThan(3)
        .allSatisfy(f -> assertThat(f.reason()).endsWith("."))
        .allSatisfy(f -> assertThat(f.fix()).isNotBlank());
  }

  @Test
  void fiveSecurityGroupsAreTheMostAVnicCanHave() {
    Object four = Example.yaml("[a, b, c, d]");
    Object five = Example.yaml("[a, b, c, d, e]");

    assertThat(new Example().with("pools[1].profiles[0].nsgs", four).ids()).isEmpty();
    assertThat(new Example().with("pools[1].profiles[0].nsgs", five).ids())
        .containsExactly("too-many-nsgs");
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
  void addonsOfABasicClusterAreOraclesOwn() {
    Example example =
        new Example()
            .with("pools[1].cni", "oracle")
            .with("cluster.type", "basic")
            .with("cluster.addons", Example.yaml("[{name: OciVcnIpNative}]"));

    assertThat(example.ids()).containsExactly("addons-on-basic", "cni-among-addons");
  }

  @Test
  void theDocumentedNamesOfTheGuardMayBeOracles() {
    Example example = new Example().with("runtime.guard", "documented");

    assertThat(example.ids()).isEmpty();
    assertThat(example.with("cluster.cniVersion", "3.2.0").ids())
        .containsExactly("guard-is-oracles");
  }

  @Test
  void ownGroupsLeaveRoomForTheStacks() {
    Object five = Example.yaml("[a, b, c, d, e]");

    assertThat(new Example().with("pools[1].node.nsgs", five).ids())
        .containsExactly("too-many-nsgs");
    assertThat(standard().with("pools[0].podNsgs", five).ids()).containsExactly("too-many-nsgs");
  }

  @Test
  void fiveSecurityAttributesAreTheMostAVnicCanHave() {
    Object five = Example.yaml("{a.a: x, a.b: x, a.c: x, a.d: x, a.e: x}");
    Object six = Example.yaml("{a.a: x, a.b: x, a.c: x, a.d: x, a.e: x, a.f: x}");

    assertThat(new Example().with("pools[0].profiles[0].securityAttributes", five).ids()).isEmpty();
    assertThat(new Example().with("pools[0].profiles[0].securityAttributes", six).ids())
        .containsExactly("too-many-security-attributes");
  }

  @Test
  void startUpPartsMustNotStartTheKubelet() {
    Object harmless = Example.yaml("[{content: \"#!/bin/sh\\necho hello\"}]");
    Object joining = Example.yaml("[{content: \"bash /etc/oke/oke-install.sh\"}]");

    assertThat(new Example().with("pools[1].node.cloudInit", harmless).ids()).isEmpty();
    assertThat(new Example().with("pools[1].node.cloudInit", joining).findings())
        .extracting(Finding::id, Finding::path)
        .containsExactly(tuple("cloud-init-joins", "podnet:pools[1].node.cloudInit[0].content"));
  }

  @Test
  void anImageIsNamedOnce() {
    Example example =
        new Example()
            .with("pools[0].image", "ocid1.image.oc1..x")
            .with("pools[0].imageName", "Oracle-Linux-8.10-2025.09.16-0-OKE-1.34.1-1191");

    assertThat(example.ids()).containsExactly("two-images");
  }

  @Test
  void podGroupsBelongToPoolsWithoutProfiles() {
    Object groups = Example.yaml("[a]");

    assertThat(standard().with("pools[0].podNsgs", groups).ids()).isEmpty();
    assertThat(new Example().with("pools[0].podNsgs", groups).ids())
        .containsExactly("pod-nsgs-beside-profiles");
  }

  @Test
  void aPlacementsSubnetMustExist() {
    Object placement = Example.yaml("[{availabilityDomain: 1, subnet: nodes}]");

    assertThat(new Example().with("pools[1].placement", placement).findings())
        .extracting(Finding::id, Finding::path)
        .containsExactly(tuple("unknown-subnet", "podnet:pools[1].placement[0].subnet"));
  }

  @Test
  void anAutoscaledPoolMayGrow() {
    Example example = new Example().with("pools[1].autoscaled", true).with("pools[1].maxSize", 10);

    assertThat(example.ids()).isEmpty();
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
    return new Example().with("pools[0].profiles", null).with("pools[0].podSubnet", "pods");
  }
}
