package dev.podnet.components.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.Example;
import dev.podnet.components.config.Finding;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class AccessChecksTest {

  @Test
  void narrowStatementsNameTheCompartmentOfAVcnThatExists() {
    Example example =
        new Example().with("network.id", "ocid1.vcn.oc1..v").with("network.compartment", null);

    assertThat(example.ids()).contains("narrow-without-compartment");
    assertThat(example.with("access.tier", "print").ids()).contains("narrow-without-compartment");
    assertThat(
            example
                .with("access.tier", "broad")
                .with("access.tenancy", "ocid1.tenancy.oc1..t")
                .ids())
        .doesNotContain("narrow-without-compartment");
    assertThat(
            example
                .with("access", null)
                .with("network.compartment", "ocid1.compartment.oc1..n")
                .ids())
        .doesNotContain("narrow-without-compartment");
  }

  @Test
  void whatIsOnlyPrintedNeedsNoTenancy() {
    Example example = Example.withPoolsOfAllKinds().with("access.tenancy", null);

    assertThat(example.ids()).contains("virtual-without-tenancy", "dynamic-group-without-tenancy");
    assertThat(example.with("access.tier", "print").ids())
        .containsExactly("statements-only-printed");
  }

  @Test
  void whatIsOnlyPrintedIsNamedBeforeAPoolFailsForIt() {
    assertThat(new Example().with("access.tier", "print").findings())
        .extracting(Finding::reason)
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("instances-narrow, private-ips-narrow, network-security-groups-narrow");
    assertThat(new Example().with("access.tier", "print").with("network.compartment", null).ids())
        .isEmpty();
  }

  @Test
  void aDynamicGroupThatExistsNeedsNoTenancy() {
    assertThat(
            Example.withPoolsOfAllKinds()
                .with("virtualPools", null)
                .with("access.tenancy", null)
                .with("access.dynamicGroup", "g")
                .ids())
        .isEmpty();
  }

  @Test
  void theSecondSourceIsForPackagedNodes() {
    Example example =
        new Example()
            .with("access.secondSource", true)
            .with("access.tenancy", "ocid1.tenancy.oc1..t");

    assertThat(example.ids()).isEmpty();
    assertThat(example.with("pools[1].cni", "oracle").ids())
        .containsExactly("second-source-unused");
  }

  @Test
  void virtualNodesTakePodsThatAskForNoApplicationResource() {
    Example tainted = Example.withPoolsOfAllKinds().with("pools[2]", null).with("pools[0]", null);

    assertThat(tainted.ids()).isEmpty();
    assertThat(
            tainted
                .with("virtualPools[0].taints", Example.yaml("[{key: k, effect: noSchedule}]"))
                .ids())
        .containsExactly("every-pool-tainted");
  }
}
