package dev.podnet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** IPv6 addresses of their own, of VNICs and of pods. */
class Ipv6Test extends WithSimulator {
  private static final String IPV6 = Client.CORE + "/ipv6";
  private Network network;
  private String prefix;

  @BeforeEach
  void makeDualStackNetwork() {
    String vcn =
        client.made(
            Client.CORE + "/vcns", body("'cidrBlocks':['10.0.0.0/16'],'isIpv6Enabled':true"));
    String block =
        client.get(Client.CORE + "/vcns/" + vcn).json().path("ipv6CidrBlocks").path(0).asText();
    assertThat(block).endsWith("::/56");
    prefix = block.replace("::/56", "::");
    String pods =
        client.made(
            Client.CORE + "/subnets",
            body(
                "'vcnId':'%s','cidrBlock':'10.0.32.0/19','ipv6CidrBlocks':['%s/64']"
                    .formatted(vcn, prefix)));
    network =
        new Network(
            client,
            vcn,
            Network.subnet(client, vcn, "endpoint", "10.0.0.0/29"),
            Network.subnet(client, vcn, "workers", "10.0.1.0/24"),
            pods);
  }

  @Test
  void addressesAndBlocksComeFromTheSubnet() {
    String first = made("");

    assertThat(client.get(IPV6 + "/" + first).field("ipAddress")).isEqualTo(prefix + "8");
    assertThat(address(made(",'cidrPrefixLength':124"))).isEqualTo(prefix + "10");
    assertThat(address(made(",'ipAddress':'" + prefix + "2:0'"))).endsWith(":0:0:2:0");
    assertThat(address(made(""))).isEqualTo(prefix + "9");
    assertThat(client.get(IPV6 + "?subnetId=" + network.pods()).json()).hasSize(4);
    assertThat(client.delete(Client.CORE + "/subnets/" + network.pods()).status()).isEqualTo(409);
    assertThat(client.delete(IPV6 + "/" + first).status()).isEqualTo(204);
    assertThat(address(made(""))).isEqualTo(prefix + "8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'cidrPrefixLength':121 | multiple of 4",
        "'cidrPrefixLength':64 | multiple of 4",
        "'ipAddress':'fd00::1' | no free address fd00::1/128",
        "'ipAddress':'x' | no free address x/128",
        "'vnicId':'ocid1.vnic.oc1.iad.none' | not found",
      })
  void whatCannotBeHadIsRefused(String field, String reason) {
    var answer = client.post(IPV6, "{'subnetId':'" + network.pods() + "'," + field + "}");

    assertThat(answer.status()).isBetween(400, 404);
    assertThat(answer.field("message")).contains(reason);
  }

  @Test
  void aSubnetWithoutIpv6HasNone() {
    assertThat(client.post(IPV6, "{'subnetId':'" + network.workers() + "'}").field("message"))
        .contains("no IPv6 block");
  }

  @Test
  void aDualStackProfileGivesPodsBothFamilies() {
    String cluster = dualStackCluster();
    client.made(
        Client.CORE + "/policies",
        body(
            "'name':'six','description':'d','statements':['Allow any-user to use ipv6s in"
                + " compartment podnetlocal where all { request.principal.id = \\u0027"
                + cluster
                + "\\u0027 }']"));

    network.profiledPool(cluster, 1, network.profile("blue", 32, ",'assignIpv6Ip':true"));

    var blocks = client.get(IPV6 + "?subnetId=" + network.pods()).json();
    assertThat(blocks).hasSize(2);
    var vnic = client.get(Client.CORE + "/vnics/" + blocks.path(0).path("vnicId").asText()).json();
    assertThat(vnic.path("ipv6Addresses"))
        .extracting(each -> each.asText())
        .containsExactly(prefix + "8");
    assertThat(String.valueOf(kubernetes.objects(cluster)))
        .contains("{v4=10.0.32.32, v6=" + prefix + "100}")
        .contains("{v4=10.0.32.63, v6=" + prefix + "11f}")
        .contains("ipFamilies=[IPv4, IPv6]");
  }

  @Test
  void withoutItsStatementADualStackPoolFails() {
    var request =
        client.finished(
            client.post(
                Client.OKE + "/nodePools",
                network.pool(
                    dualStackCluster(),
                    1,
                    "",
                    ",'secondaryVnics':["
                        + network.profile("blue", 32, ",'assignIpv6Ip':true")
                        + "]")));

    assertThat(request.field("status")).isEqualTo("FAILED");
    assertThat(client.get(Client.OKE + "/workRequests/" + request.id() + "/errors").text())
        .contains("NotAuthorizedOrNotFound", "may not use ipv6s", Client.COMPARTMENT);
  }

  private String dualStackCluster() {
    return client.madeBy(
        client.post(
            Client.OKE + "/clusters",
            body(
                """
                'name':'six','vcnId':'%s','kubernetesVersion':'v1.34.1','endpointConfig':{'subnetId':'%s'},
                'options':{'ipFamilies':['IPv4','IPv6']},
                'clusterPodNetworkOptions':[{'cniType':'OCI_VCN_IP_NATIVE'}]\
                """
                    .formatted(network.vcn(), network.endpoint()))));
  }

  private String made(String more) {
    return client.made(IPV6, "{'subnetId':'" + network.pods() + "'" + more + "}");
  }

  private String address(String id) {
    return client.get(IPV6 + "/" + id).field("ipAddress");
  }
}
