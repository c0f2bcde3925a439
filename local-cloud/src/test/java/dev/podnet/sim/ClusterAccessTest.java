package dev.podnet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cluster may do for its pools, as the attached statements say. */
class ClusterAccessTest extends WithSimulator {
  private static final String ELSEWHERE =
      "ocid1.compartment.oc1..aaaaaaaapodnetlocalnetwork" + "a".repeat(34);
  private static final String INSTANCES = "Allow any-user to manage instances in ";
  private static final String IPS = "Allow any-user to use private-ips in ";
  private static final String GROUPS = "Allow any-user to use network-security-groups in ";

  private Network network;
  private String cluster;
  private String group;

  @BeforeEach
  void makeClusterWithItsPodsElsewhere() {
    var own = Network.create(client);
    cluster = own.cluster("ENHANCED_CLUSTER");
    String pods =
        client.made(
            Client.CORE + "/subnets",
            "{'compartmentId':'%s','vcnId':'%s','cidrBlock':'10.0.128.0/20'}"
                .formatted(ELSEWHERE, own.vcn()));
    group =
        client.made(
            Client.CORE + "/networkSecurityGroups",
            "{'compartmentId':'%s','vcnId':'%s'}".formatted(ELSEWHERE, own.vcn()));
    network = new Network(client, own.vcn(), own.endpoint(), own.workers(), pods);
  }

  @Test
  void withoutStatementsThePoolFailsAndSaysWhatWasForbidden() {
    var error = poolError();

    assertThat(error).contains("NotAuthorizedOrNotFound", cluster, "manage instances", ELSEWHERE);
  }

  @ParameterizedTest
  @CsvSource({"manage instances,0", "use private-ips,1", "use network-security-groups,2"})
  void eachStatementOfTheThreeIsNeeded(String missing, int index) {
    String[] statements = {INSTANCES, IPS, GROUPS};
    for (int i = 0; i < statements.length; i++) {
      if (i != index) {
        attach(ELSEWHERE, statements[i] + "compartment " + ELSEWHERE + only());
      }
    }

    assertThat(poolError()).contains(missing);
  }

  @Test
  void theNarrowStatementsAreEnough() {
    attach(ELSEWHERE, INSTANCES + "compartment " + ELSEWHERE + only());
    attach(ELSEWHERE, IPS + "compartment " + ELSEWHERE + only());
    attach(ELSEWHERE, GROUPS + "compartment " + ELSEWHERE + only());

    assertThat(poolError()).isEmpty();
  }

  @Test
  void theBroadStatementsAreEnough() {
    String any = "tenancy where all { request.principal.type = ~cluster~ }";
    attach(PolicyTest.TENANCY, INSTANCES + any);
    attach(PolicyTest.TENANCY, IPS + any);
    attach(PolicyTest.TENANCY, GROUPS + any);

    assertThat(poolError()).isEmpty();
  }

  @Test
  void aFamilyAndAHigherVerbAndADynamicGroupWillDo() {
    client.made(
        Client.CORE + "/dynamicGroups",
        "{'compartmentId':'%s','name':'clusters','description':'d','matchingRule':'%s'}"
            .formatted(
                PolicyTest.TENANCY,
                "ALL {resource.type = \\u0027cluster\\u0027, resource.compartment.id = \\u0027"
                    + Client.COMPARTMENT
                    + "\\u0027}"));
    attach(
        PolicyTest.TENANCY,
        "Allow dynamic-group clusters to manage instance-family in compartment podnetlocalnetwork");
    attach(
        PolicyTest.TENANCY,
        "Allow dynamic-group clusters to manage virtual-network-family in compartment"
            + " podnetlocalnetwork");

    assertThat(poolError()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Allow any-user to inspect all-resources in tenancy",
        "Allow group Admins to manage all-resources in tenancy",
        "Allow service oke to manage all-resources in tenancy",
        "Allow any-user to manage all-resources in tenancy where request.principal.type ="
            + " ~workload~",
        "Allow any-user to manage all-resources in tenancy where request.principal.id !="
            + " request.principal.id",
        "Allow any-user to manage all-resources in compartment podnetlocal",
        "Allow dynamic-group nobody to manage all-resources in tenancy",
        "Allow any-user to {INSTANCE_READ} in tenancy",
      })
  void whatIsSaidOfOthersIsNotEnough(String statement) {
    attach(PolicyTest.TENANCY, statement);

    assertThat(poolError()).contains("manage instances");
  }

  @Test
  void aDenialOutweighsAnAllowance() {
    attach(PolicyTest.TENANCY, "Allow any-user to manage all-resources in tenancy");
    attach(ELSEWHERE, "Deny any-user to use private-ips in compartment podnetlocalnetwork");

    assertThat(poolError()).contains("use private-ips");
  }

  @Test
  void aPoolThatFailedGetsItsNodesOnceTheStatementsAreThere() {
    assertThat(poolError()).isNotEmpty();
    attach(PolicyTest.TENANCY, "Allow any-user to manage all-resources in tenancy");
    String pool =
        client
            .get(Client.OKE + "/nodePools?compartmentId=" + ELSEWHERE)
            .json()
            .path(0)
            .path("id")
            .asText();

    client.madeBy(
        client.put(Client.OKE + "/nodePools/" + pool, "{'nodeConfigDetails':{'size':1}}"));

    assertThat(client.get(Client.OKE + "/nodePools/" + pool).json().path("nodes")).hasSize(1);
  }

  /** The errors of the work request of a pool in the other compartment; empty when it succeeded. */
  private String poolError() {
    var request =
        client.finished(
            client.post(
                Client.OKE + "/nodePools",
                network
                    .pool(
                        cluster,
                        1,
                        "",
                        ",'secondaryVnics':["
                            + network.profile("blue", 32, ",'nsgIds':['" + group + "']")
                            + "]")
                    .replaceFirst(Client.COMPARTMENT, ELSEWHERE)));
    return request.field("status").equals("SUCCEEDED")
        ? ""
        : client.get(Client.OKE + "/workRequests/" + request.id() + "/errors").text();
  }

  private String only() {
    return " where all { request.principal.id = ~" + cluster + "~ }";
  }

  private void attach(String compartment, String statement) {
    client.made(
        Client.CORE + "/policies",
        "{'compartmentId':'%s','name':'p%x','description':'d','statements':['%s']}"
            .formatted(compartment, statement.hashCode(), statement.replace("~", "\\u0027")));
  }
}
