package dev.podnet.components.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.Example;
import dev.podnet.components.plan.SubnetAddresses.Fit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubnetAddressesTest {

  @Test
  void nodesAndProfilesNeedAddressesWhereTheyAre() {
    Plan plan = new Example().plan();

    assertThat(plan.addresses())
        .extracting(SubnetAddresses::subnet, SubnetAddresses::best, SubnetAddresses::worst)
        .containsExactly(
            tuple("workers", 3, 3),
            tuple("pods", 33, 64),
            tuple("frontend", 66, 128),
            tuple("backend", 34, 64));
    assertThat(of(plan, "frontend").usable()).contains(4093L);
    assertThat(of(plan, "frontend").replacing()).isEqualTo(2 * 66);
    assertThat(of(plan, "workers").replacing()).isEqualTo(1 + 2 * 2);
    assertThat(of(plan, "frontend").free()).contains(4093L - 66);
    assertThat(of(plan, "frontend").fit()).isEqualTo(Fit.ALWAYS);
  }

  @Test
  void withoutProfilesEachPodHasAnAddressAndEachVnicItsOwn() {
    Example example = standard().with("pools[0].ocpus", 4).with("pools[0].size", 2);

    assertThat(of(example.plan(), "pods").best()).isEqualTo(2 * (93 + 3));
    assertThat(of(example.with("pools[0].maxPods", 20).plan(), "pods").best())
        .isEqualTo(2 * (20 + 1));
  }

  @Test
  void nodesThatAnAutoscalerOrCyclingAddsAreCounted() {
    Plan plan =
        new Example()
            .with("pools[1].autoscaled", true)
            .with("pools[1].maxSize", 10)
            .with("pools[1].cycling.maximumSurge", "20%")
            .plan();

    assertThat(of(plan, "frontend").best()).isEqualTo(12 * 33);
    assertThat(of(plan, "workers").best()).isEqualTo(12 + 1);
  }

  @Test
  void workersAreCountedInTheSubnetsOfTheirPlacements() {
    Plan plan =
        new Example()
            .with("network.subnets[1].availabilityDomain", 1)
            .with(
                "network.subnets[6]",
                Example.yaml("{name: workers-2, role: workers, cidrs: [10.0.3.0/24]}"))
            .with("pools[1].size", 5)
            .with(
                "pools[1].placement",
                Example.yaml(
                    "[{availabilityDomain: 1}, {availabilityDomain: 2, subnet: workers-2},"
                        + " {availabilityDomain: 3, subnet: workers-2}]"))
            .plan();

    // A third of five nodes, rounded up, beside the other pool's; two thirds of them.
    assertThat(of(plan, "workers").best()).isEqualTo(2 + 1);
    assertThat(of(plan, "workers-2").best()).isEqualTo(4);
  }

  @Test
  void oneSubnetMayServeWorkersAndPodsOfAllPools() {
    Plan plan =
        standard()
            .with("pools[0].podSubnet", "workers")
            .with("pools[1].profiles[0].subnet", "workers")
            .with("pools[1].profiles[1].subnet", "workers")
            .plan();

    assertThat(of(plan, "workers").best()).isEqualTo((1 + 31 + 1) + 2 * (1 + 32 + 1 + 16 + 1));
    assertThat(of(plan, "workers").shares())
        .extracting(share -> share.pool().name())
        .containsExactly("apps", "system");
  }

  @ParameterizedTest(name = "{0} nodes of 32 in {1}: {2}")
  @CsvSource({
    "3, 10.0.32.0/24, ALWAYS", // six blocks, and three of them spoilt
    "4, 10.0.32.0/24, AT_BEST",
    "6, 10.0.32.0/24, AT_BEST",
    "7, 10.0.32.0/24, NEVER",
  })
  void ownAddressesOfVnicsMaySpoilBlocks(int nodes, String block, Fit fit) {
    Example example =
        new Example().with("pools[1].size", nodes).with("network.subnets[4].cidrs[0]", block);

    assertThat(of(example.plan(), "frontend").fit()).isEqualTo(fit);
  }

  @Test
  void aSecondBlockTakesTheVnicsOwnAddresses() {
    Example example =
        new Example()
            .with("pools[1].size", 6)
            .with("network.subnets[4].cidrs", Example.yaml("[10.0.32.0/24, 10.0.64.0/28]"));

    assertThat(of(example.plan(), "frontend").fit()).isEqualTo(Fit.ALWAYS);
    assertThat(of(example.plan(), "frontend").worst()).isEqualTo(6 * 33);
  }

  @Test
  void ofASubnetThatExistsOnlyWhatIsWrittenDownIsKnown() {
    Example example =
        new Example()
            .with("network.id", "ocid1.vcn.oc1..v")
            .with("network.subnets[4].id", "ocid1.subnet.oc1..f");

    assertThat(of(example.plan(), "frontend").fit()).isEqualTo(Fit.ALWAYS);
    assertThat(of(example.plan(), "frontend").free()).isEmpty();

    SubnetAddresses unknown = of(example.with("network.subnets[4].cidrs", null).plan(), "frontend");
    assertThat(unknown.fit()).isEqualTo(Fit.UNKNOWN);
    assertThat(unknown.usable()).isEmpty();
    assertThat(unknown.best()).isEqualTo(66);
    assertThat(unknown.irreplaceable()).isEmpty();
  }

  @Test
  void aPoolIsReplacedOnlyWhereItsAddressesFitTwice() {
    // Six blocks of 32, four of 16 beside what is reserved.
    Example example =
        new Example().with("pools[1].size", 3).with("network.subnets[4].cidrs[0]", "10.0.32.0/24");
    assertThat(of(example.plan(), "frontend").irreplaceable()).isEmpty();

    Plan plan = example.with("pools[1].size", 4).plan();
    assertThat(of(plan, "frontend").irreplaceable())
        .extracting(share -> share.pool().name())
        .containsExactly("apps");
    assertThat(of(plan, "frontend").prefixToReplace()).contains(23);
  }

  @Test
  void whatWouldFitIsKnown() {
    SubnetAddresses subnet =
        of(
            new Example()
                .with("pools[1].size", 12)
                .with("network.subnets[4].cidrs[0]", "10.0.32.0/24")
                .plan(),
            "frontend");
    AddressShare apps = subnet.shares().get(0);
    AddressShare.Part.Profile frontend = apps.profiles().findFirst().orElseThrow();

    assertThat(subnet.prefix(false)).contains(23);
    assertThat(subnet.prefix(true)).contains(22);
    assertThat(subnet.nodes(apps, false)).contains(6);
    assertThat(subnet.nodes(apps, true)).contains(3);
    assertThat(subnet.ipCount(apps, frontend, false)).contains(16);
    assertThat(subnet.ipCount(apps, frontend, true)).contains(8);
  }

  @Test
  void theLargestBlockThatHelpsIsAWholeVcns() {
    Example example = new Example().with("pools[1].size", 1900);

    assertThat(of(example.plan(), "frontend").prefix(false)).contains(16);
    assertThat(of(example.with("pools[1].size", 2000).plan(), "frontend").prefix(false)).isEmpty();
  }

  @Test
  void somethingThatFitsNowhereHasNoFix() {
    SubnetAddresses subnet =
        of(
            new Example()
                .with("pools[1].size", 9000)
                .with("network.subnets[4].cidrs[0]", "10.0.32.0/30")
                .plan(),
            "frontend");

    assertThat(subnet.prefix(false)).isEmpty();
    assertThat(subnet.nodes(subnet.shares().get(0), false)).isEmpty();
  }

  private static Example standard() {
    return new Example().with("pools[0].profiles", null).with("pools[0].podSubnet", "pods");
  }

  private static SubnetAddresses of(Plan plan, String subnet) {
    return plan.addresses().stream()
        .filter(a -> a.subnet().equals(subnet))
        .findFirst()
        .orElseThrow();
  }

  private static org.assertj.core.groups.Tuple tuple(String subnet, long best, long worst) {
    return org.assertj.core.groups.Tuple.tuple(subnet, best, worst);
  }
}
