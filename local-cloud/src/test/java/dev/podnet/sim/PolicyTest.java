package dev.podnet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of policy statements, through the API. Quotes inside statements are written "~". */
class PolicyTest extends WithSimulator {
  static final String TENANCY = "ocid1.tenancy.oc1..aaaaaaaapodnetlocal" + "a".repeat(41);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Allow any-user to manage instances in tenancy where all { request.principal.type ="
            + " ~cluster~ }",
        "allow group Admins to manage all-resources in tenancy",
        "ALLOW GROUP Default/Admins, ~Other~/~Net Admins~ TO USE virtual-network-family IN"
            + " compartment podnetlocal",
        "Allow group id ocid1.group.oc1..aaaaaaaaone to inspect compartments in tenancy",
        "Allow service oke, blockstorage to use keys in tenancy where target.key.id = ~ocid1.key~",
        "Allow dynamic-group nodes to {CLUSTER_JOIN} in compartment podnetlocal where {"
            + " target.cluster.id = ~x~ }",
        "Allow dynamic-group nodes to {CLUSTER_JOIN, CLUSTER_READ} in compartment podnetlocal",
        "Allow any-user to use ipv6s in tenancy where any {request.principal.id = ~a~, all"
            + " {request.region != ~iad~, target.tag.a.b = /x*/}}",
        "Allow any-user to use vnics in tenancy where request.operation in (~A~, ~B~)",
        "Deny group Interns to manage clusters in tenancy",
        "define tenancy ske as ocid1.tenancy.oc1..aaaaaaaaske",
        "define compartment ske_compartment as ocid1.compartment.oc1..aaaaaaaaske",
        "endorse any-user to associate compute-container-instances in compartment ske_compartment"
            + " of tenancy ske with subnets in tenancy where ALL"
            + " {request.principal.type=~virtualnode~, request.operation=~CreateContainerInstance~,"
            + " request.principal.subnet=2.subnet.id}",
        "Endorse group Net to manage local-peering-to in any-tenancy",
        "Admit group Net of tenancy Other to manage local-peering-from in compartment podnetlocal",
      })
  void aStatementIsUnderstood(String statement) {
    assertThat(attach(TENANCY, statement).status()).as(statement).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Permit any-user to use vnics in tenancy | expected 'allow'",
        "Allow anyone to use vnics in tenancy | expected 'any-user'",
        "Allow any-user to using vnics in tenancy | expected 'inspect', 'read', 'use', 'manage'",
        "Allow any-user to use unicorns in tenancy | No permissions found: there is no resource"
            + " type 'unicorns'",
        "Allow any-user to use vnics | expected 'in' at the end",
        "Allow any-user to use vnics in region iad | expected 'tenancy' or 'compartment'",
        "Allow any-user to use vnics in tenancy where | a variable",
        "Allow any-user to use vnics in tenancy where all { a.b = ~c~ | expected '}'",
        "Allow any-user to use vnics in tenancy where a.b ~c~ | after a.b",
        "Allow any-user to use vnics in tenancy where a.b = ~c | not closed",
        "Allow any-user to use vnics in tenancy please | expected the end",
        "Allow any-user to {cluster_join} in tenancy | not a permission",
        "Allow any-user to use vnics in compartment nowhere | not part of the policy compartment's"
            + " subtree",
        "Allow any-user to use vnics in compartment id nowhere | expected an OCID",
        "define tenancy ske as ske | expected an OCID",
        "define vnic ske as ocid1.vnic | cannot be defined",
      })
  void badGrammarIsRefused(String statement, String reason) {
    var answer = attach(TENANCY, statement);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field("code")).isEqualTo("InvalidParameter");
    assertThat(answer.field("message")).contains(reason);
  }

  @Test
  void aPolicySpeaksOfItsOwnPartOfTheTreeOnly() {
    String below = compartment(Client.COMPARTMENT, "below");
    String statement = "Allow any-user to use vnics in ";

    assertThat(attach(Client.COMPARTMENT, statement + "compartment below").status()).isEqualTo(200);
    assertThat(attach(Client.COMPARTMENT, statement + "compartment id " + below).status())
        .isEqualTo(200);
    assertThat(attach(TENANCY, statement + "compartment podnetlocal:below").status())
        .isEqualTo(200);
    assertThat(attach(below, statement + "compartment " + Client.COMPARTMENT).field("message"))
        .contains("subtree");
    assertThat(attach(below, statement + "tenancy").field("message"))
        .contains("Only a policy of the root compartment");
  }

  @Test
  void anUpdateIsReadToo() {
    String id = attach(TENANCY, "Allow any-user to use vnics in tenancy").id();

    var refused = client.put(Client.CORE + "/policies/" + id, "{'statements':['Allow me']}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.field("message")).contains("Unable to parse");
  }

  @Test
  void theRuleOfADynamicGroupIsRead() {
    String path = Client.CORE + "/dynamicGroups";
    String group =
        "{'compartmentId':'" + TENANCY + "','name':'%s','description':'d','matchingRule':'%s'}";

    assertThat(
            client
                .post(
                    path,
                    group
                        .formatted("one", "ALL {resource.type = ~cluster~}")
                        .replace("~", "\\u0027"))
                .status())
        .isEqualTo(200);
    assertThat(client.post(path, group.formatted("two", "ALL {resource.type}")).field("message"))
        .contains("Unable to parse the matching rule");
    assertThat(
            client
                .post(path, group.formatted("three", "").replace(TENANCY, Client.COMPARTMENT))
                .field("message"))
        .contains("belong to the tenancy");
  }

  private Client.Answer attach(String compartment, String statement) {
    String name = "p" + Integer.toHexString(statement.hashCode());
    // "\\u0027" is a quote that the client does not turn into a double one.
    return client.post(
        Client.CORE + "/policies",
        "{'compartmentId':'%s','name':'%s','description':'d','statements':['%s']}"
            .formatted(compartment, name, statement.replace("~", "\\u0027")));
  }

  private String compartment(String parent, String name) {
    return client.made(
        Client.CORE + "/compartments",
        "{'compartmentId':'%s','name':'%s','description':'d'}".formatted(parent, name));
  }
}
