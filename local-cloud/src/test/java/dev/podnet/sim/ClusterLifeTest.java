package dev.podnet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterLifeTest extends WithSimulator {
  @Test
  void everythingThatWasMadeCanBeTakenAway() {
    var network = Network.create(client);
    String cluster = network.cluster("ENHANCED_CLUSTER");
    String pool = network.profiledPool(cluster, 3, network.profile("blue", 32, ""));
    assertThat(client.get(Client.OKE + "/nodePools/" + pool).json().path("nodes")).hasSize(3);
    assertThat(kubernetes.objects(cluster)).hasSize(6);
    assertThat(client.delete(Client.CORE + "/subnets/" + network.pods()).status()).isEqualTo(409);

    client.madeBy(client.delete(Client.OKE + "/nodePools/" + pool));
    client.madeBy(client.delete(Client.OKE + "/clusters/" + cluster));
    for (String subnet : List.of(network.endpoint(), network.workers(), network.pods())) {
      assertThat(client.delete(Client.CORE + "/subnets/" + subnet).status()).isEqualTo(204);
    }
    assertThat(client.delete(Client.CORE + "/vcns/" + network.vcn()).status()).isEqualTo(204);

    assertThat(kubernetes.has(cluster)).isFalse();
    assertThat(client.get("/podnet/resources").json()).isEmpty();
  }

  @Test
  void deletingAClusterTakesItsPoolsAndNodesAlong() {
    var network = Network.create(client);
    String cluster = network.cluster("BASIC_CLUSTER");
    String pool = network.profiledPool(cluster, 2, network.profile("blue", 16, ""));

    client.madeBy(client.delete(Client.OKE + "/clusters/" + cluster));

    assertThat(client.get(Client.OKE + "/nodePools/" + pool).field("lifecycleState"))
        .isEqualTo("DELETED");
    assertThat(client.get(Client.OKE + "/clusters/" + cluster).field("lifecycleState"))
        .isEqualTo("DELETED");
    assertThat(client.get("/podnet/resources").text())
        .doesNotContain("instance", "vnic", "nodePool", "addon");
  }

  @Test
  void aNewClusterIsBasicAndHasTheEssentialAddons() {
    var network = Network.create(client);
    String cluster =
        client.madeBy(
            client.post(
                Client.OKE + "/clusters",
                body(
                    "'name':'plain','vcnId':'%s','kubernetesVersion':'v1.34.1','endpointConfig':{'subnetId':'%s'}"
                        .formatted(network.vcn(), network.endpoint()))));

    var shown = client.get(Client.OKE + "/clusters/" + cluster).json();
    var addons = client.get(Client.OKE + "/clusters/" + cluster + "/addons").json();

    assertThat(shown.path("type").asText()).isEqualTo("BASIC_CLUSTER");
    assertThat(shown.path("endpoints").path("privateEndpoint").asText()).isEqualTo("10.0.0.2:6443");
    assertThat(shown.path("clusterPodNetworkOptions").path(0).path("cniType").asText())
        .isEqualTo("FLANNEL_OVERLAY");
    assertThat(addons.findValuesAsText("name")).containsExactlyInAnyOrder("CoreDNS", "KubeProxy");
  }

  @Test
  void aKubeconfigNamesTheServerAndATokenUser() {
    var network = Network.create(client);
    String cluster = network.cluster("BASIC_CLUSTER");

    var answer =
        client.post(
            Client.OKE + "/clusters/" + cluster + "/kubeconfig/content",
            "{'tokenVersion':'2.0.0'}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .contains("server: " + kubernetes.server(cluster), "token: ")
        .doesNotContain("exec:");
  }

  @Test
  void aVersionThatIsNotOfferedIsRefusedAndSoIsTheWayBack() {
    var network = Network.create(client);
    String cluster = network.cluster("BASIC_CLUSTER");

    var back = client.put(Client.OKE + "/clusters/" + cluster, "{'kubernetesVersion':'v1.33.1'}");
    var unknown =
        client.put(Client.OKE + "/clusters/" + cluster, "{'kubernetesVersion':'v1.99.0'}");
    var on = client.put(Client.OKE + "/clusters/" + cluster, "{'kubernetesVersion':'v1.34.2'}");

    assertThat(back.status()).isEqualTo(400);
    assertThat(unknown.field("message")).contains("v1.99.0", "v1.34.2");
    assertThat(client.finished(on).field("status")).isEqualTo("SUCCEEDED");
  }

  @Test
  void whatKubernetesDidNotTakeComesAgain() {
    var network = Network.create(client);
    kubernetes.breakDown(true);
    String cluster = network.cluster("BASIC_CLUSTER");
    assertThat(kubernetes.has(cluster)).isFalse();

    kubernetes.breakDown(false);
    network.group("any change");

    assertThat(kubernetes.has(cluster)).isTrue();
  }

  @Test
  void theEndpointCanGetAPublicAddressWhereItsSubnetAllowsOne() {
    var network = Network.create(client);
    String open =
        client.made(
            Client.CORE + "/subnets",
            body("'vcnId':'%s','cidrBlock':'10.0.3.0/28'".formatted(network.vcn())));
    String publicCluster =
        new Network(client, network.vcn(), open, "", "").cluster("BASIC_CLUSTER");
    String path = Client.OKE + "/clusters/";
    String change = "{'endpointConfig':{'isPublicIpEnabled':true}}";

    client.madeBy(client.post(path + publicCluster + "/actions/updateEndpointConfig", change));
    var refused =
        client.post(
            path + network.cluster("BASIC_CLUSTER") + "/actions/updateEndpointConfig", change);

    assertThat(
            client
                .get(path + publicCluster)
                .json()
                .path("endpoints")
                .path("publicEndpoint")
                .asText())
        .endsWith(":6443");
    assertThat(refused.field("message")).contains("prohibits public");
  }
}
