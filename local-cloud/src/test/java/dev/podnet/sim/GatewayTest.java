package dev.podnet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Gateways between networks, and public addresses. */
class GatewayTest extends WithSimulator {
  private static final String DRGS = Client.CORE + "/drgs";
  private static final String ATTACHMENTS = Client.CORE + "/drgAttachments";
  private static final String TABLES = Client.CORE + "/drgRouteTables";
  private static final String PEERINGS = Client.CORE + "/localPeeringGateways";
  private static final String PUBLIC_IPS = Client.CORE + "/publicIps";

  @Test
  void aDrgComesWithRouteTablesThatGoWithIt() {
    var drg = client.post(DRGS, body("'displayName':'d'")).json();
    String table = drg.path("defaultDrgRouteTables").path("vcn").asText();

    assertThat(client.get(TABLES + "?drgId=" + id(drg)).json()).hasSize(2);
    assertThat(client.delete(TABLES + "/" + table).field("message")).contains("default");
    assertThat(client.delete(DRGS + "/" + id(drg)).status()).isEqualTo(204);
    assertThat(client.get("/podnet/resources").json()).isEmpty();
  }

  @Test
  void aVcnIsAttachedOnceAndShownInBothWays() {
    String vcn = vcn("10.0.0.0/16");
    String drg = client.made(DRGS, body(""));
    String own = client.made(TABLES, "{'drgId':'" + drg + "','displayName':'own'}");
    String details = "'networkDetails':{'type':'VCN','id':'" + vcn + "'}";
    var attached = client.post(ATTACHMENTS, "{'drgId':'" + drg + "'," + details + "}").json();

    assertThat(attached.path("lifecycleState").asText()).isEqualTo("ATTACHED");
    assertThat(attached.path("vcnId").asText()).isEqualTo(vcn);
    assertThat(
            client
                .put(ATTACHMENTS + "/" + id(attached), "{'drgRouteTableId':'" + own + "'}")
                .field("drgRouteTableId"))
        .isEqualTo(own);
    assertThat(client.post(ATTACHMENTS, "{'drgId':'" + drg + "','vcnId':'" + vcn + "'}").status())
        .isEqualTo(409);
    assertThat(client.delete(TABLES + "/" + own).status()).isEqualTo(409);
    assertThat(client.delete(DRGS + "/" + drg).status()).isEqualTo(409);
    assertThat(client.delete(Client.CORE + "/vcns/" + vcn).status()).isEqualTo(409);
  }

  @Test
  void aRouteLeadsOnlyToADrgThatIsAttached() {
    String vcn = vcn("10.0.0.0/16");
    String drg = client.made(DRGS, body(""));
    String table =
        body(
            "'vcnId':'%s','routeRules':[{'networkEntityId':'%s','destination':'10.9.0.0/16'}]"
                .formatted(vcn, drg));

    assertThat(client.post(Client.CORE + "/routeTables", table).field("message"))
        .contains("is not attached");
    client.made(ATTACHMENTS, "{'drgId':'" + drg + "','vcnId':'" + vcn + "'}");
    client.made(Client.CORE + "/routeTables", table);
    assertThat(client.delete(DRGS + "/" + drg).status()).isEqualTo(409);
  }

  @Test
  void twoVcnsArePeeredUntilOneGatewayGoes() {
    String one = client.made(PEERINGS, body("'vcnId':'" + vcn("10.0.0.0/16") + "'"));
    String other = client.made(PEERINGS, body("'vcnId':'" + vcn("10.1.0.0/16") + "'"));
    String third = client.made(PEERINGS, body("'vcnId':'" + vcn("10.0.128.0/17") + "'"));

    assertThat(connect(one, third).field("message")).contains("overlap");
    assertThat(connect(one, other).status()).isEqualTo(204);
    assertThat(connect(one, other).status()).isEqualTo(409);
    var peered = client.get(PEERINGS + "/" + other).json();
    assertThat(peered.path("peeringStatus").asText()).isEqualTo("PEERED");
    assertThat(peered.path("peerAdvertisedCidr").asText()).isEqualTo("10.0.0.0/16");

    client.delete(PEERINGS + "/" + one);
    assertThat(client.get(PEERINGS + "/" + other).field("peeringStatus")).isEqualTo("REVOKED");
  }

  @Test
  void aRuleOfADrgLeadsToAnAttachmentOfItsOwn() {
    String drg = client.made(DRGS, body(""));
    String table = TABLES + "/" + client.made(TABLES, "{'drgId':'" + drg + "'}");
    String near =
        client.made(ATTACHMENTS, "{'drgId':'%s','vcnId':'%s'}".formatted(drg, vcn("10.0.0.0/16")));
    String far =
        client.made(
            ATTACHMENTS,
            "{'drgId':'%s','vcnId':'%s'}"
                .formatted(client.made(DRGS, body("")), vcn("10.1.0.0/16")));
    String rule = "{'destination':'10.9.0.0/16','destinationType':'CIDR_BLOCK','%s':'%s'}";
    String add = "{'routeRules':[" + rule + "]}";

    var added =
        client
            .post(
                table + "/actions/addDrgRouteRules", add.formatted("nextHopDrgAttachmentId", near))
            .json();
    assertThat(client.get(table + "/drgRouteRules").json()).isEqualTo(added);
    assertThat(
            client
                .post(
                    table + "/actions/addDrgRouteRules",
                    add.formatted("nextHopDrgAttachmentId", far))
                .field("message"))
        .contains("same DRG");
    client.post(
        table + "/actions/removeDrgRouteRules",
        "{'routeRuleIds':['" + added.path(0).path("id").asText() + "']}");
    assertThat(client.get(table + "/drgRouteRules").json()).isEmpty();
  }

  @Test
  void aConnectionToAnotherRegionStaysPending() {
    String connections = Client.CORE + "/remotePeeringConnections";
    String one = client.made(connections, body("'drgId':'" + client.made(DRGS, body("")) + "'"));
    String other = client.made(connections, body("'drgId':'" + client.made(DRGS, body("")) + "'"));
    String far = client.made(connections, body("'drgId':'" + client.made(DRGS, body("")) + "'"));
    String connect = "{'peerId':'%s','peerRegionName':'%s'}";

    assertThat(
            client
                .post(
                    connections + "/" + one + "/actions/connect",
                    connect.formatted(other, "us-ashburn-1"))
                .status())
        .isEqualTo(204);
    client.post(
        connections + "/" + far + "/actions/connect",
        connect.formatted("ocid1.remotepeeringconnection.oc1.phx.x", "us-phoenix-1"));

    assertThat(client.get(connections + "/" + other).field("peeringStatus")).isEqualTo("PEERED");
    assertThat(client.get(connections + "/" + far).field("peeringStatus")).isEqualTo("PENDING");
  }

  @Test
  void aReservedAddressMovesAndAnEphemeralOneStays() {
    var network = Network.create(client);
    String open =
        client.made(
            Client.CORE + "/subnets",
            body("'vcnId':'%s','cidrBlock':'10.0.3.0/28'".formatted(network.vcn())));
    String target = privateIp(open);
    String address =
        client.made(PUBLIC_IPS, body("'lifetime':'RESERVED','privateIpId':'" + target + "'"));

    assertThat(client.get(PUBLIC_IPS + "/" + address).field("lifecycleState"))
        .isEqualTo("ASSIGNED");
    assertThat(client.put(PUBLIC_IPS + "/" + address, "{'privateIpId':''}").field("lifecycleState"))
        .isEqualTo("AVAILABLE");
    client.made(PUBLIC_IPS, body("'lifetime':'EPHEMERAL','privateIpId':'" + target + "'"));
    assertThat(
            client
                .put(PUBLIC_IPS + "/" + address, "{'privateIpId':'" + target + "'}")
                .field("message"))
        .contains("already");
    assertThat(
            client
                .post(
                    PUBLIC_IPS,
                    body("'lifetime':'RESERVED','privateIpId':'" + privateIp(network.pods()) + "'"))
                .field("message"))
        .contains("prohibits public");
    assertThat(client.post(PUBLIC_IPS, body("'lifetime':'EPHEMERAL'")).status()).isEqualTo(400);
  }

  private String privateIp(String subnet) {
    return client.made(Client.CORE + "/privateIps", "{'subnetId':'" + subnet + "'}");
  }

  private Client.Answer connect(String one, String other) {
    return client.post(PEERINGS + "/" + one + "/actions/connect", "{'peerId':'" + other + "'}");
  }

  private String vcn(String block) {
    return client.made(Client.CORE + "/vcns", body("'cidrBlocks':['" + block + "']"));
  }

  private static String id(JsonNode made) {
    return made.path("id").asText();
  }
}
