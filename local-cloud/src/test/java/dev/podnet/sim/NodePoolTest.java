package dev.podnet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodePoolTest extends WithSimulator {
  private Network network;
  private String cluster;

  @BeforeEach
  void makeCluster() {
    network = Network.create(client);
    cluster = network.cluster("ENHANCED_CLUSTER");
  }

  @Test
  void aNodeHasAPrimaryVnicAndOneForEachProfile() {
    network.profiledPool(
        cluster,
        1,
        network.profile("blue", 32, ",'applicationResources':['blue']")
            + ","
            + network.profile("green", 16, ",'applicationResources':['green']"));

    Golden.check("node-pool-instances.json", client.get(list("instances")).json());
    Golden.check("node-pool-attachments.json", client.get(list("vnicAttachments")).json());
    Golden.check("node-pool-private-ips.json", client.get(list("privateIps")).json());
    Golden.check("node-pool-objects.json", kubernetes.objects(cluster));
  }

  @Test
  void podSubnetsGetAVnicForEachThirtyOnePods() {
    client.madeBy(
        client.post(
            Client.OKE + "/nodePools",
            network.pool(
                cluster,
                1,
                ",'nodePoolPodNetworkOptionDetails':{'cniType':'OCI_VCN_IP_NATIVE','maxPodsPerNode':70,'podSubnetIds':['%s']}"
                    .formatted(network.pods()),
                "")));

    assertThat(client.get(list("vnicAttachments")).json()).hasSize(1 + 3);
    var ips = client.get(Client.CORE + "/privateIps?limit=1000&subnetId=" + network.pods()).json();
    assertThat(ips).hasSize(70 + 3);
  }

  @Test
  void tooFewAddressesFailTheWorkRequestAndThePoolNeedsAttention() {
    var small = Network.subnet(client, network.vcn(), "small", "10.0.2.0/24");
    var request =
        client.finished(
            client.post(
                Client.OKE + "/nodePools",
                network.pool(cluster, 7, "", ",'secondaryVnics':[" + profileIn(small, 32) + "]")));

    // A /24 has six aligned blocks of /27, and the VNICs' own addresses fit beside them.
    String pool = request.json().path("resources").path(0).path("identifier").asText();
    var shown = client.get(Client.OKE + "/nodePools/" + pool).json();
    assertThat(request.field("status")).isEqualTo("FAILED");
    assertThat(client.get(Client.OKE + "/workRequests/" + request.id() + "/errors").text())
        .contains("/27", small);
    assertThat(shown.path("lifecycleState").asText()).isEqualTo("NEEDS_ATTENTION");
    assertThat(shown.path("nodes")).hasSize(6);
  }

  @Test
  void aChangeOfProfilesLeavesExistingNodesAsTheyAre() {
    String pool = network.profiledPool(cluster, 1, network.profile("blue", 16, ""));

    client.madeBy(
        client.put(
            Client.OKE + "/nodePools/" + pool,
            "{'nodeConfigDetails':{'size':2},'secondaryVnics':[%s,%s]}"
                .formatted(network.profile("blue", 32, ""), network.profile("red", 32, ""))));

    var instances = client.get(list("instances") + "&sortOrder=ASC").json();
    assertThat(attachments(instances.path(0).path("id").asText())).isEqualTo(2);
    assertThat(attachments(instances.path(1).path("id").asText())).isEqualTo(3);
  }

  @Test
  void aSmallerPoolGivesItsAddressesBack() {
    String pool = network.profiledPool(cluster, 3, network.profile("blue", 32, ""));

    client.madeBy(
        client.put(Client.OKE + "/nodePools/" + pool, "{'nodeConfigDetails':{'size':1}}"));

    assertThat(client.get(Client.CORE + "/privateIps?subnetId=" + network.pods()).json())
        .hasSize(2);
    assertThat(kubernetes.objects(cluster)).hasSize(2);
  }

  @Test
  void aNodeCanBeTakenOutWithOrWithoutReplacement() {
    String pool = network.profiledPool(cluster, 2, network.profile("blue", 32, ""));
    var nodes = client.get(Client.OKE + "/nodePools/" + pool).json().path("nodes");
    String base = Client.OKE + "/nodePools/" + pool + "/node/";

    client.madeBy(
        client.delete(base + nodes.path(0).path("id").asText() + "?isDecrementSize=false"));
    client.madeBy(client.delete(base + nodes.path(1).path("id").asText()));

    var left = client.get(Client.OKE + "/nodePools/" + pool).json();
    assertThat(left.path("nodes")).hasSize(1);
    assertThat(left.path("nodeConfigDetails").path("size").asInt()).isEqualTo(1);
  }

  @Test
  void nodesWithApplicationResourcesAreTaintedAndOthersAreNot() {
    network.profiledPool(
        cluster, 1, network.profile("blue", 32, ",'applicationResources':['blue']"));
    network.profiledPool(cluster, 1, network.profile("plain", 32, ""));

    var nodes =
        kubernetes.objects(cluster).entrySet().stream()
            .filter(each -> each.getKey().startsWith("Node/"))
            .map(Map.Entry::getValue)
            .map(Object::toString)
            .toList();

    assertThat(nodes).hasSize(2);
    assertThat(nodes).filteredOn(each -> each.contains("application-resource-only")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'ipCount':3 | power of two",
        "'ipCount':512 | power of two",
        "'ipCount':'x' | whole number",
        "'applicationResources':['a','b'] | at most one",
        "'applicationResources':['-a'] | not a valid",
        "'nsgIds':['ocid1.networksecuritygroup.oc1.iad.none'] | not found",
        "'colour':'blue' | Unrecognized field 'secondaryVnics[0].createVnicDetails.colour'",
      })
  void aProfileThatCannotBeIsRefused(String field, String reason) {
    String profile = "{'createVnicDetails':{'subnetId':'" + network.pods() + "'," + field + "}}";

    var answer =
        client.post(
            Client.OKE + "/nodePools",
            network.pool(cluster, 1, "", ",'secondaryVnics':[" + profile + "]"));

    assertThat(answer.status()).isBetween(400, 404);
    assertThat(answer.field("message")).contains(reason);
  }

  @Test
  void profilesAndPodSubnetsExcludeEachOther() {
    String options =
        ",'nodePoolPodNetworkOptionDetails':{'cniType':'OCI_VCN_IP_NATIVE','podSubnetIds':['%s']}"
            .formatted(network.pods());

    var answer =
        client.post(
            Client.OKE + "/nodePools",
            network.pool(
                cluster,
                1,
                options,
                ",'secondaryVnics':[" + network.profile("blue", 32, "") + "]"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field("message")).contains("excludes");
  }

  @Test
  void moreProfilesThanTheShapeHasVnicsFailTheWorkRequest() {
    var profiles =
        "%s,%s,%s,%s"
            .formatted(
                network.profile("a", 16, ""),
                network.profile("b", 16, ""),
                network.profile("c", 16, ""),
                network.profile("d", 16, ""));

    var request =
        client.finished(
            client.post(
                Client.OKE + "/nodePools",
                network.pool(cluster, 1, "", ",'secondaryVnics':[" + profiles + "]")));

    assertThat(client.get(Client.OKE + "/workRequests/" + request.id() + "/errors").text())
        .contains("allows 4 VNICs, but a node needs 5");
  }

  private int attachments(String instance) {
    return client.get(list("vnicAttachments") + "&instanceId=" + instance).json().size();
  }

  private static String list(String collection) {
    return Client.CORE + "/" + collection + "?compartmentId=" + Client.COMPARTMENT;
  }

  private static String profileIn(String subnet, int ipCount) {
    return "{'createVnicDetails':{'subnetId':'%s','ipCount':%d}}".formatted(subnet, ipCount);
  }
}
