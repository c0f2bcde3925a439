package dev.podnet.components.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.Example;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.plan.PoolPlan.Pods;
import dev.podnet.components.plan.RulePlan.Peer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OtherPoolsTest {

  @Test
  void selfManagedNodesAreToldByMetadataHowTheirPodsAreNetworked() {
    PoolPlan own = Example.withPoolsOfAllKinds().plan().pools().get(2);

    assertThat(own.pods()).isEqualTo(new Pods.Standard("pods", 31, List.of()));
    assertThat(own.node().metadata())
        .isEqualTo(Map.of("oke-native-pod-networking", "true", "oke-max-pods", "31"));
  }

  @Test
  void onDualStackClustersTheirPodsHaveBothFamilies() {
    Example dual =
        Example.withPoolsOfAllKinds()
            .with("cluster.dualStack", true)
            .with("network.ipv6", true)
            .with("network.subnets[3].ipv6Index", 3);

    assertThat(dual.plan().pools().get(2).node().metadata())
        .containsEntry("ip-families", "IPv4,IPv6");
    assertThat(dual.with("network.subnets[3].ipv6Index", null).plan().pools().get(2))
        .satisfies(pool -> assertThat(pool.node().metadata()).doesNotContainKey("ip-families"));
  }

  @Test
  void selfManagedNodesStartTheirKubeletThemselves() {
    PoolPlan own =
        Example.withPoolsOfAllKinds()
            .with("pools[2].cni", "packaged")
            .with("pools[2].node.labels.tier", "web")
            .plan()
            .pools()
            .get(2);

    assertThat(own.node().cloudInit().orElseThrow())
        .contains(
            "bash /etc/oke/oke-install.sh --apiserver-endpoint \"@ENDPOINT@\""
                + " --kubelet-ca-cert \"@AUTHORITY@\" --kubelet-extra-args"
                + " '--register-with-taints=podnet.dev/cni-not-ready:NoSchedule"
                + " --node-labels=podnet.dev/cni=packaged,tier=web'");
  }

  @Test
  void theUsersPartsRunBeforeTheNodeJoins() {
    PoolPlan own =
        Example.withPoolsOfAllKinds()
            .with("pools[2].node.cloudInit", Example.yaml("[{content: \"#!/bin/sh\"}]"))
            .plan()
            .pools()
            .get(2);

    assertThat(own.node().cloudInit().orElseThrow())
        .containsSubsequence("#!/bin/sh", "oke-install.sh");
  }

  @Test
  void virtualNodesAreInAllFaultDomainsWhereNoneIsNamed() {
    VirtualPoolPlan light =
        Example.withPoolsOfAllKinds()
            .with("virtualPools[0].placement", Example.yaml("[{availabilityDomain: 1}]"))
            .plan()
            .virtualPools()
            .get(0);

    assertThat(light.podSubnet()).isEqualTo("virtual");
    assertThat(light.placement().get(0).faultDomains())
        .containsExactly("FAULT-DOMAIN-1", "FAULT-DOMAIN-2", "FAULT-DOMAIN-3");
  }

  @Test
  void withoutOtherNodesThereAreNoGroupsOfWorkersAndPods() {
    Example virtualOnly =
        Example.withPoolsOfAllKinds()
            .with("pools", null)
            .with("network.subnets[5]", null)
            .with("network.subnets[4]", null)
            .with("network.subnets[3]", null)
            .with("network.subnets[1]", null);
    Plan plan = virtualOnly.plan();

    assertThat(virtualOnly.ids()).isEmpty();
    assertThat(plan.network().groups().keySet())
        .containsExactly(Role.ENDPOINT, Role.LOAD_BALANCERS, Role.VIRTUAL_NODES);
    assertThat(plan.rules())
        .filteredOn(r -> r.peer() instanceof Peer.Group)
        .extracting(r -> ((Peer.Group) r.peer()).role())
        .containsOnly(Role.ENDPOINT, Role.LOAD_BALANCERS, Role.VIRTUAL_NODES);
  }

  @Test
  void podsOfVirtualNodesAndOfOthersReachEachOther() {
    assertThat(Example.withPoolsOfAllKinds().plan().rules())
        .extracting(RulePlan::key)
        .contains(
            "pods-ingress-virtual-nodes-all",
            "virtual-nodes-egress-pods-all",
            "workers-ingress-virtual-nodes-all",
            "virtual-nodes-ingress-workers-all");
  }

  @Test
  void selfManagedNodesNeedTheRulesOfManagedOnes() {
    Plan managed = new Example().plan();
    Plan own =
        new Example()
            .with("pools[0].kind", "selfManaged")
            .with("pools[0].profiles", null)
            .with("pools[0].podSubnet", "pods")
            .plan();

    assertThat(own.rules()).isEqualTo(managed.rules());
  }
}
