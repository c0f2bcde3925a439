package dev.podnet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Blocks of VCNs and subnets that come, change and go. */
class CidrTest extends WithSimulator {
  private Network network;

  @BeforeEach
  void makeNetwork() {
    network = Network.create(client);
  }

  @Test
  void aVcnGetsAndLosesABlock() {
    assertThat(vcn("addCidr", "'cidrBlock':'10.1.0.0/16'").status()).isEqualTo(202);
    assertThat(
            vcn("modifyCidr", "'originalCidrBlock':'10.1.0.0/16','newCidrBlock':'10.2.0.0/16'")
                .status())
        .isEqualTo(202);
    assertThat(client.get(Client.CORE + "/vcns/" + network.vcn()).json().path("cidrBlocks"))
        .extracting(each -> each.asText())
        .containsExactly("10.0.0.0/16", "10.2.0.0/16");

    String added = Network.subnet(client, network.vcn(), "added", "10.2.1.0/24");
    assertThat(vcn("removeCidr", "'cidrBlock':'10.2.0.0/16'").field("message")).contains(added);
    client.delete(Client.CORE + "/subnets/" + added);
    assertThat(vcn("removeCidr", "'cidrBlock':'10.2.0.0/16'").status()).isEqualTo(202);
  }

  @Test
  void aVcnRefusesWhatCannotBe() {
    assertThat(vcn("addCidr", "'cidrBlock':'10.0.9.0/24'").field("message")).contains("overlap");
    assertThat(vcn("addCidr", "'cidrBlock':'10.1.0.0/8'").status()).isEqualTo(400);
    assertThat(vcn("addCidr", "").field("code")).isEqualTo("MissingParameter");
    assertThat(vcn("removeCidr", "'cidrBlock':'10.1.0.0/16'").field("message"))
        .contains("no block");
    assertThat(
            client
                .post(Client.CORE + "/vcns/none/actions/addCidr", "{'cidrBlock':'10.1.0.0/16'}")
                .status())
        .isEqualTo(404);
  }

  @Test
  void aSecondBlockOfASubnetServesWhenTheFirstIsFull() {
    String path = "/actions/addIpv4Cidr";
    String small = Network.subnet(client, network.vcn(), "small", "10.0.2.0/29");
    String block = "{'subnetId':'" + small + "','cidrPrefixLength':27}";

    assertThat(client.post(Client.CORE + "/privateIps", block).field("message")).contains("/27");
    assertThat(subnet(small, path, "'ipv4CidrBlock':'10.0.4.0/24'").status()).isEqualTo(202);
    assertThat(client.post(Client.CORE + "/privateIps", block).field("ipAddress"))
        .isEqualTo("10.0.4.32");

    assertThat(
            subnet(small, "/actions/removeIpv4Cidr", "'ipv4CidrBlock':'10.0.4.0/24'")
                .field("message"))
        .contains("10.0.4.32 is in use");
    assertThat(
            subnet(
                    small,
                    "/actions/modifyIpv4Cidr",
                    "'ipv4CidrBlock':'10.0.4.0/24','updatedIpv4CidrBlock':'10.0.4.0/23'")
                .status())
        .isEqualTo(202);
    assertThat(client.get(Client.CORE + "/subnets/" + small).json().path("ipv4CidrBlocks"))
        .extracting(each -> each.asText())
        .containsExactly("10.0.2.0/29", "10.0.4.0/23");
  }

  @Test
  void aSubnetBecomesDualStack() {
    String dual =
        client.made(
            Client.CORE + "/vcns", body("'cidrBlocks':['10.0.0.0/16'],'isIpv6Enabled':true"));
    String prefix =
        client
            .get(Client.CORE + "/vcns/" + dual)
            .json()
            .path("ipv6CidrBlocks")
            .path(0)
            .asText()
            .replace("::/56", "::/64");
    String one = Network.subnet(client, dual, "one", "10.0.1.0/24");
    String other = Network.subnet(client, dual, "other", "10.0.2.0/24");
    String add = "'ipv6CidrBlock':'" + prefix + "'";

    assertThat(subnet(one, "/actions/addIpv6Cidr", add).status()).isEqualTo(202);
    assertThat(client.get(Client.CORE + "/subnets/" + one).field("ipv6CidrBlock"))
        .isEqualTo(prefix);
    assertThat(subnet(other, "/actions/addIpv6Cidr", add).field("message")).contains("in use");
    assertThat(subnet(other, "/actions/addIpv6Cidr", "'ipv6CidrBlock':'fd00::/64'").status())
        .isEqualTo(400);
  }

  private Client.Answer vcn(String action, String fields) {
    return client.post(
        Client.CORE + "/vcns/" + network.vcn() + "/actions/" + action, "{" + fields + "}");
  }

  private Client.Answer subnet(String id, String action, String fields) {
    return client.post(Client.CORE + "/subnets/" + id + action, "{" + fields + "}");
  }
}
