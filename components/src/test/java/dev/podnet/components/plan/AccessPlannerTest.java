package dev.podnet.components.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.Example;
import dev.podnet.components.plan.AccessPlan.DynamicGroupPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessPlannerTest {
  private static final String HOME =
      "ocid1.compartment.oc1..aaaaaaaapodnetlocalaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

  @Test
  void selfManagedNodesJoinAsADynamicGroup() {
    AccessPlan access = Example.withPoolsOfAllKinds().plan().access();

    assertThat(access.group())
        .contains(
            new DynamicGroupPlan(
                "local-nodes",
                "ocid1.tenancy.oc1..t",
                "ALL {instance.compartment.id='" + HOME + "'}"));
    assertThat(text(access, "cluster-join-narrow"))
        .isEqualTo(
            "Allow dynamic-group local-nodes to {CLUSTER_JOIN} in compartment "
                + HOME
                + " where { target.cluster.id = '${cluster.id}' }");
  }

  @Test
  void inTheBroadTierTheyMayJoinAnyClusterOfTheCompartment() {
    AccessPlan access = Example.withPoolsOfAllKinds().with("access.tier", "broad").plan().access();

    assertThat(text(access, "cluster-join-broad"))
        .isEqualTo("Allow dynamic-group local-nodes to {CLUSTER_JOIN} in compartment " + HOME);
  }

  @Test
  void aGroupThatExistsIsNamedAsItIs() {
    AccessPlan access =
        Example.withPoolsOfAllKinds().with("access.dynamicGroup", "'D'/'g'").plan().access();

    assertThat(access.group()).isEmpty();
    assertThat(text(access, "cluster-join-narrow"))
        .startsWith("Allow dynamic-group 'D'/'g' to {CLUSTER_JOIN}");
  }

  @Test
  void poolsOfSeveralCompartmentsAreOneGroup() {
    AccessPlan access =
        Example.withPoolsOfAllKinds()
            .with(
                "pools[3]",
                Example.yaml(
                    "{name: far, kind: selfManaged, size: 1, shape: VM.Standard2.2,"
                        + " subnet: workers, podSubnet: pods, compartment: other}"))
            .plan()
            .access();

    assertThat(access.group().orElseThrow().rule())
        .isEqualTo("ANY {instance.compartment.id='" + HOME + "', instance.compartment.id='other'}");
  }

  @Test
  void virtualNodesNeedOnePolicyOfTheTenancyWithDefinitionsFirst() {
    List<StatementPlan> root =
        Example.withPoolsOfAllKinds().plan().access().statements().stream()
            .filter(s -> s.compartment().equals("ocid1.tenancy.oc1..t"))
            .toList();

    assertThat(root)
        .extracting(StatementPlan::key)
        .containsExactly(
            "virtual-nodes-tenancy",
            "virtual-nodes-compartment",
            "virtual-nodes-subnets",
            "virtual-nodes-vnics",
            "virtual-nodes-network-security-groups");
  }

  @Test
  void theSecondSourceIsForPackagedNodesAndOffByDefault() {
    Example example = new Example().with("access.tenancy", "ocid1.tenancy.oc1..t");

    assertThat(example.plan().access().statements())
        .extracting(StatementPlan::key)
        .noneMatch(key -> key.startsWith("second-source"));
    assertThat(example.with("access.secondSource", true).plan().access().statements())
        .extracting(StatementPlan::key)
        .contains("second-source-vnics", "second-source-instance-family")
        .doesNotContain("second-source-ipv6s");
    assertThat(example.with("cluster.dualStack", true).plan().access().statements())
        .extracting(StatementPlan::key)
        .contains("second-source-ipv6s");
    assertThat(example.with("pools[1].cni", "oracle").plan().access().group()).isEmpty();
  }

  @Test
  void poolsWaitAMinuteForNewPoliciesUnlessToldOtherwise() {
    assertThat(new Example().plan().access().propagationSeconds()).isEqualTo(60);
    assertThat(
            new Example().with("access.propagationSeconds", 0).plan().access().propagationSeconds())
        .isZero();
  }

  private static String text(AccessPlan access, String key) {
    return access.statements().stream()
        .filter(s -> s.key().equals(key))
        .map(StatementPlan::text)
        .findFirst()
        .orElseThrow();
  }
}
