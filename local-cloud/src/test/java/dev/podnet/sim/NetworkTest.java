package dev.podnet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest extends WithSimulator {
  private static final String VCNS = Client.CORE + "/vcns";
  private static final String SUBNETS = Client.CORE + "/subnets";
  private static final String TABLES = Client.CORE + "/routeTables";

  @Test
  void aVcnComesWithDefaultsThatGoWithIt() {
    var vcn = client.post(VCNS, body("'cidrBlock':'10.0.0.0/16','displayName':'v'")).json();
    String table = vcn.path("defaultRouteTableId").asText();

    assertThat(vcn.path("cidrBlocks")).hasSize(1);
    assertThat(client.get(TABLES + "/" + table).field("displayName"))
        .isEqualTo("Default Route Table for v");
    assertThat(client.delete(TABLES + "/" + table).status()).isEqualTo(409);

    assertThat(client.delete(VCNS + "/" + vcn.path("id").asText()).status()).isEqualTo(204);
    assertThat(client.get(TABLES + "/" + table).status()).isEqualTo(404);
    assertThat(client.get("/podnet/resources").json()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'cidrBlock':'10.0.0.0/15' | InvalidParameter",
        "'cidrBlock':'10.0.0.0/31' | InvalidParameter",
        "'cidrBlock':'10.0.0.1/16' | InvalidParameter",
        "'cidrBlock':'10.0.0.0/16','cidrBlocks':['10.1.0.0/16'] | InvalidParameter",
        "'cidrBlocks':['10.0.0.0/16','10.0.1.0/24'] | InvalidParameter",
        "'cidrBlocks':'10.0.0.0/16' | InvalidParameter",
        "'displayName':'v' | MissingParameter",
        "'cidrBlock':'10.0.0.0/16','colour':'red' | InvalidParameter",
        "'cidrBlock':'10.0.0.0/16','dnsLabel':'1st' | InvalidParameter",
        "'cidrBlock':'10.0.0.0/16','freeformTags':{'a':1} | InvalidParameter",
      })
  void aVcnThatCannotBeIsRefused(String fields, String code) {
    var answer = client.post(VCNS, body(fields));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field("code")).isEqualTo(code);
    assertThat(answer.field("message")).isNotBlank();
    assertThat(client.get("/podnet/resources").json()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.1.0.0/24 | not inside",
        "10.0.1.128/25 | overlaps",
        "10.0.9.0/31 | not an IPv4 block",
        "10.0.9.1/24 | not an IPv4 block",
        "300.0.0.0/24 | not an IPv4 block",
      })
  void aSubnetBlockMustFit(String block, String reason) {
    var network = Network.create(client);

    var answer =
        client.post(SUBNETS, body("'vcnId':'%s','cidrBlock':'%s'".formatted(network.vcn(), block)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field("message")).contains(reason);
  }

  @Test
  void anUnknownReferenceIsNotFound() {
    var answer =
        client.post(SUBNETS, body("'vcnId':'ocid1.vcn.oc1.iad.none','cidrBlock':'10.0.0.0/24'"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.field("code")).isEqualTo("NotAuthorizedOrNotFound");
  }

  @Test
  void whatIsFixedAtCreationCannotChange() {
    var network = Network.create(client);

    var moved = client.put(SUBNETS + "/" + network.pods(), "{'prohibitPublicIpOnVnic':false}");
    var same =
        client.put(
            SUBNETS + "/" + network.pods(), "{'prohibitPublicIpOnVnic':true,'displayName':'x'}");

    assertThat(moved.status()).isEqualTo(400);
    assertThat(moved.field("message")).contains("cannot be changed");
    assertThat(same.field("displayName")).isEqualTo("x");
  }

  @Test
  void aVcnInUseCannotBeDeletedAndItsPartsCanInOrder() {
    var network = Network.create(client);

    assertThat(client.delete(VCNS + "/" + network.vcn()).status()).isEqualTo(409);
    String nat = gateway(network, "natGateways", "");
    String table =
        client.made(
            TABLES,
            body(
                "'vcnId':'%s','routeRules':[%s]"
                    .formatted(network.vcn(), rule("0.0.0.0/0", nat, ""))));
    assertThat(client.delete(Client.CORE + "/natGateways/" + nat).field("code"))
        .isEqualTo("Conflict");
    assertThat(client.delete(TABLES + "/" + table).status()).isEqualTo(204);
    assertThat(client.delete(Client.CORE + "/natGateways/" + nat).status()).isEqualTo(204);
  }

  @Test
  void aTableCannotRouteToTheInternetAndToAllServices() {
    var network = Network.create(client);
    String internet = gateway(network, "internetGateways", ",'isEnabled':true");
    var service = client.get(Client.CORE + "/services").json().path(0);
    String services =
        gateway(
            network,
            "serviceGateways",
            ",'services':[{'serviceId':'" + service.path("id").asText() + "'}]");
    String toServices =
        rule(
            service.path("cidrBlock").asText(),
            services,
            ",'destinationType':'SERVICE_CIDR_BLOCK'");

    var both =
        client.post(
            TABLES,
            body(
                "'vcnId':'%s','routeRules':[%s,%s]"
                    .formatted(network.vcn(), rule("0.0.0.0/0", internet, ""), toServices)));
    var one =
        client.post(
            TABLES, body("'vcnId':'%s','routeRules':[%s]".formatted(network.vcn(), toServices)));

    assertThat(both.status()).isEqualTo(400);
    assertThat(one.status()).isEqualTo(200);
    assertThat(
            client
                .post(Client.CORE + "/natGateways", body("'vcnId':'" + network.vcn() + "'"))
                .status())
        .isEqualTo(200);
    assertThat(
            client
                .post(Client.CORE + "/natGateways", body("'vcnId':'" + network.vcn() + "'"))
                .field("code"))
        .isEqualTo("LimitExceeded");
  }

  private String gateway(Network network, String collection, String more) {
    return client.made(
        Client.CORE + "/" + collection, body("'vcnId':'" + network.vcn() + "'" + more));
  }

  private static String rule(String destination, String target, String more) {
    return "{'destination':'%s','networkEntityId':'%s'%s}".formatted(destination, target, more);
  }
}
