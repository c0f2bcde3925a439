package dev.podnet.components.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.Example;
import dev.podnet.components.check.LaterChecks.LiveCluster;
import dev.podnet.components.check.LaterChecks.LiveSubnet;
import dev.podnet.components.check.LaterChecks.Offer;
import dev.podnet.components.config.Finding;
import dev.podnet.components.plan.ClusterPlan;
import dev.podnet.components.plan.NetworkPlan.Subnet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is checked once the cloud has answered. */
class LaterChecksTest {
  private static final Map<String, Offer> OFFERS =
      Map.of(
          "OciVcnIpNative", new Offer(Map.of("v3.2.0", Set.of("affinity"))),
          "CertManager", new Offer(Map.of("v1.16.2", Set.of("numOfReplicas"))));

  @ParameterizedTest(name = "subnet {0} in {1}, private {2}, regional {3}: {4}")
  @CsvSource({
    "3, v, true, true, []",
    "3, w, true, true, [subnet-in-other-vcn]",
    "3, v, false, true, [pod-subnet-public]",
    "3, v, true, false, [subnet-not-regional]",
    "0, v, false, false, [subnet-not-regional]",
    "1, v, false, false, []",
  })
  void aSubnetThatExistsMustBeWhatItIsNamedFor(
      int index, String vcn, boolean isPrivate, boolean regional, String ids) {
    Subnet subnet = new Example().plan().network().subnets().get(index);

    assertThat(LaterChecks.subnet(subnet, new LiveSubnet(vcn, isPrivate, regional), "v"))
        .extracting(Finding::id)
        .hasToString(ids);
  }

  @Test
  void addonsAreThoseThatOkeOffers() {
    assertThat(found("[{name: CertManager, version: \"1.16.2\"}]")).isEmpty();
    assertThat(found("[{name: CertMangler}]")).containsExactly("unknown-addon");
    assertThat(found("[{name: CertManager, version: \"9.9.9\"}]")).containsExactly("addon-version");
    assertThat(found("[{name: CertManager, configuration: {replicas: \"2\"}}]"))
        .containsExactly("addon-setting");
  }

  private static List<String> found(String addons) {
    ClusterPlan plan = new Example().with("cluster.addons", Example.yaml(addons)).plan().cluster();
    return LaterChecks.addons(plan.addons(), OFFERS).stream().map(Finding::id).toList();
  }

  @Test
  void aControlPlaneGoesTheWayThatOkeOffers() {
    ClusterPlan plan = new Example().plan().cluster();

    assertThat(LaterChecks.upgrade(plan, live("v1.34.1"))).isEmpty();
    assertThat(LaterChecks.upgrade(plan, live("v1.33.1", "v1.34.1"))).isEmpty();
    assertThat(LaterChecks.upgrade(plan, live("v1.31.1", "v1.32.1")))
        .singleElement()
        .satisfies(f -> assertThat(f.fix()).contains("v1.32.1"));
    assertThat(LaterChecks.upgrade(plan, live("v1.35.0"))).hasSize(1);
  }

  @Test
  void aClusterOfAnothersIsTakenAsItIs() {
    ClusterPlan plan = new Example().plan().cluster();

    assertThat(LaterChecks.adopted(live("v1.34.1"))).isEmpty();
    assertThat(LaterChecks.adopted(new LiveCluster("FLANNEL_OVERLAY", "v1.34.1", List.of())))
        .extracting(Finding::id)
        .containsExactly("cluster-without-vcn-native");
    assertThat(LaterChecks.atVersion(plan, live("v1.33.1", "v1.34.1")))
        .extracting(Finding::id)
        .containsExactly("existing-cluster-version");
  }

  private static LiveCluster live(String version, String... upgrades) {
    return new LiveCluster("OCI_VCN_IP_NATIVE", version, List.of(upgrades));
  }
}
