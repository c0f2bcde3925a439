package dev.podnet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VirtualNodePoolTest extends WithSimulator {
  private static final String ENDORSED =
      "endorse any-user to associate compute-container-instances in compartment ske_compartment of"
          + " tenancy ske with %s in tenancy where ALL {request.principal.type=~virtualnode~,"
          + "request.operation=~CreateContainerInstance~%s}";
  private static final String IN_SUBNET = ",request.principal.subnet=2.subnet.id";

  private Network network;
  private String cluster;

  @BeforeEach
  void makeCluster() {
    network = Network.create(client);
    cluster = network.cluster("ENHANCED_CLUSTER");
  }

  @Test
  void aPoolHasNodesInTheClusterAndAddressesInItsSubnet() {
    endorse();
    String pool = client.madeBy(create(3));

    assertThat(client.get(nodes(pool)).json().findValuesAsText("availabilityDomain"))
        .containsExactly("Uocm:US-ASHBURN-AD-1", "Uocm:US-ASHBURN-AD-2", "Uocm:US-ASHBURN-AD-1");
    assertThat(kubernetes.objects(cluster).toString())
        .contains("node-role.kubernetes.io/virtual-node", "tier=web", "NoSchedule");
    assertThat(client.get(Client.OKE + "/virtualNodePools/" + pool).field("kubernetesVersion"))
        .isEqualTo("v1.34.1");

    client.madeBy(client.put(Client.OKE + "/virtualNodePools/" + pool, "{'size':1}"));

    assertThat(client.get(nodes(pool)).json()).hasSize(1);
    assertThat(kubernetes.objects(cluster)).hasSize(1);
  }

  @Test
  void itKeepsItsSubnetUntilItIsGone() {
    endorse();
    String pool = client.madeBy(create(1));
    String subnet = Client.CORE + "/subnets/" + network.pods();

    assertThat(client.delete(subnet).status()).isEqualTo(409);
    client.finished(client.delete(Client.OKE + "/virtualNodePools/" + pool));

    assertThat(kubernetes.objects(cluster)).isEmpty();
    assertThat(client.get(Client.CORE + "/privateIps?subnetId=" + network.pods()).json()).isEmpty();
    assertThat(client.delete(subnet).status()).isEqualTo(204);
  }

  @Test
  void aClusterTakesItsVirtualNodesAlong() {
    endorse();
    String pool = client.madeBy(create(1));

    client.finished(client.delete(Client.OKE + "/clusters/" + cluster));

    assertThat(client.get(Client.OKE + "/virtualNodePools/" + pool).field("lifecycleState"))
        .isEqualTo("DELETED");
    assertThat(client.delete(Client.CORE + "/subnets/" + network.pods()).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({"subnets,0", "vnics,1", "network-security-group,2"})
  void eachEndorsementIsNeeded(String missing, int index) {
    String[] types = {"subnets", "vnics", "network-security-group"};
    for (int i = 0; i < types.length; i++) {
      if (i != index) {
        attach(types[i], ENDORSED.formatted(types[i], i == 2 ? "" : IN_SUBNET));
      }
    }

    var request = client.finished(create(1));

    assertThat(request.field("status")).isEqualTo("FAILED");
    assertThat(client.get(Client.OKE + "/workRequests/" + request.id() + "/errors").text())
        .contains("NotAuthorizedOrNotFound", "with " + missing + " in tenancy");
  }

  @Test
  void anEndorsementOfSomethingElseIsNone() {
    attach("a", ENDORSED.formatted("subnets", IN_SUBNET).replace("virtualnode", "nodepool"));
    attach("b", ENDORSED.formatted("vnics", IN_SUBNET));
    attach("c", ENDORSED.formatted("network-security-group", ""));

    assertThat(client.finished(create(1)).field("status")).isEqualTo("FAILED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Pod.Standard.E4.Flex | VM.Standard.E4.Flex | podConfiguration.shape",
        "US-ASHBURN-AD-2      | US-ASHBURN-AD-7     | availabilityDomain",
        "FAULT-DOMAIN-1       | FAULT-DOMAIN-9      | faultDomain",
        "'size':1             | 'size':-1           | size",
      })
  void whatCannotBeIsRefused(String right, String wrong, String field) {
    var answer = client.post(Client.OKE + "/virtualNodePools", request(1).replace(right, wrong));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains(field);
  }

  @Test
  void aBasicClusterHasNoVirtualNodes() {
    client.finished(client.delete(Client.OKE + "/clusters/" + cluster));
    cluster = network.cluster("BASIC_CLUSTER");

    assertThat(create(1).status()).isEqualTo(400);
  }

  @Test
  void podsAreInPrivateSubnetsOnly() {
    String open =
        client.made(
            Client.CORE + "/subnets",
            body("'vcnId':'" + network.vcn() + "','cidrBlock':'10.0.9.0/24'"));

    assertThat(
            client
                .post(Client.OKE + "/virtualNodePools", request(1).replace(network.pods(), open))
                .text())
        .contains("public");
  }

  @Test
  void podShapesAreListed() {
    var shapes = client.get(Client.OKE + "/podShapes?compartmentId=" + Client.COMPARTMENT).json();

    assertThat(shapes.findValuesAsText("name")).contains("Pod.Standard.E4.Flex");
    assertThat(client.get(Client.OKE + "/podShapes").status()).isEqualTo(400);
  }

  private Client.Answer create(int size) {
    return client.post(Client.OKE + "/virtualNodePools", request(size));
  }

  private String request(int size) {
    return """
    {'compartmentId':'%1$s','clusterId':'%2$s','displayName':'v','size':%3$d,
     'placementConfigurations':[
       {'availabilityDomain':'Uocm:US-ASHBURN-AD-1','subnetId':'%4$s','faultDomain':['FAULT-DOMAIN-1']},
       {'availabilityDomain':'Uocm:US-ASHBURN-AD-2','subnetId':'%4$s','faultDomain':['FAULT-DOMAIN-1']}],
     'podConfiguration':{'subnetId':'%4$s','shape':'Pod.Standard.E4.Flex','nsgIds':['%5$s']},
     'initialVirtualNodeLabels':[{'key':'tier','value':'web'}],
     'taints':[{'key':'k','value':'','effect':'NoSchedule'}]}\
    """
        .formatted(Client.COMPARTMENT, cluster, size, network.pods(), network.group("g"));
  }

  private void endorse() {
    attach("subnets", ENDORSED.formatted("subnets", IN_SUBNET));
    attach("vnics", ENDORSED.formatted("vnics", IN_SUBNET));
    attach("groups", ENDORSED.formatted("network-security-group", ""));
  }

  private void attach(String name, String statement) {
    client.made(
        Client.CORE + "/policies",
        "{'compartmentId':'%s','name':'%s','description':'d','statements':['%s']}"
            .formatted(PolicyTest.TENANCY, name, statement.replace("~", "\\u0027")));
  }

  private static String nodes(String pool) {
    return Client.OKE + "/virtualNodePools/" + pool + "/virtualNodes";
  }
}
