package dev.podnet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityGroupTest extends WithSimulator {
  private static final String RULE =
      "{'direction':'INGRESS','protocol':'6','source':'10.0.0.0/16'}";
  private Network network;
  private String path;

  @BeforeEach
  void makeGroup() {
    network = Network.create(client);
    path = Client.CORE + "/networkSecurityGroups/" + network.group("one");
  }

  @Test
  void rulesAreAddedChangedAndRemoved() {
    var added = add(2).json().path("securityRules");
    String first = added.path(0).path("id").asText();

    var changed =
        client.post(
            path + "/actions/updateSecurityRules",
            "{'securityRules':[{'id':'%s','direction':'EGRESS','protocol':'all','destination':'0.0.0.0/0'}]}"
                .formatted(first));
    var removed =
        client.post(path + "/actions/removeSecurityRules", "{'securityRuleIds':['" + first + "']}");

    assertThat(added.path(0).path("sourceType").asText()).isEqualTo("CIDR_BLOCK");
    assertThat(changed.json().path("securityRules").path(0).path("direction").asText())
        .isEqualTo("EGRESS");
    assertThat(removed.status()).isEqualTo(204);
    assertThat(client.get(path + "/securityRules").json()).hasSize(1);
    assertThat(client.get(path + "/securityRules?direction=EGRESS").json()).isEmpty();
  }

  @Test
  void aGroupHoldsOneHundredAndTwentyRulesAndNoMore() {
    for (int i = 0; i < 6; i++) {
      assertThat(add(20).status()).isEqualTo(200);
    }

    assertThat(add(1).field("code")).isEqualTo("LimitExceeded");
    assertThat(add(26).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'direction':'INGRESS','protocol':'6' | 'source'",
        "'direction':'SIDEWAYS','protocol':'6','source':'10.0.0.0/8' | one of",
        "'direction':'INGRESS','protocol':'tcp','source':'10.0.0.0/8' | protocol",
        "'direction':'INGRESS','protocol':'6','source':'10.0.0.300/8' | not a valid block",
        "'direction':'INGRESS','protocol':'6','source':'nowhere','sourceType':'SERVICE_CIDR_BLOCK'"
            + " | not a service",
        "'direction':'INGRESS','protocol':'17','source':'10.0.0.0/8','tcpOptions':{} | does not go"
            + " with",
        "'direction':'INGRESS','protocol':'6','source':'10.0.0.0/8','tcpOptions':{'destinationPortRange':{'min':9,'max':1}}"
            + " | port range",
      })
  void aRuleThatCannotBeIsRefused(String rule, String reason) {
    var answer =
        client.post(path + "/actions/addSecurityRules", "{'securityRules':[{" + rule + "}]}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field("message")).contains(reason);
  }

  @Test
  void aGroupOfANodePoolCannotBeDeleted() {
    String cluster = network.cluster("BASIC_CLUSTER");
    String group = path.substring(path.lastIndexOf('/') + 1);
    network.profiledPool(cluster, 1, network.profile("blue", 16, ",'nsgIds':['" + group + "']"));

    assertThat(client.get(path + "/vnics").json()).hasSize(1);
    assertThat(client.delete(path).status()).isEqualTo(409);
  }

  @Test
  void aVnicIsInAtMostFiveGroups() {
    String cluster = network.cluster("BASIC_CLUSTER");
    var six = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      six.append(i == 0 ? "'" : ",'").append(network.group("g" + i)).append("'");
    }

    var answer =
        client.post(
            Client.OKE + "/nodePools",
            network.pool(
                cluster,
                1,
                "",
                ",'secondaryVnics':[" + network.profile("a", 16, ",'nsgIds':[" + six + "]") + "]"));

    assertThat(answer.field("message")).contains("at most 5");
  }

  private Client.Answer add(int count) {
    return client.post(
        path + "/actions/addSecurityRules",
        "{'securityRules':[" + String.join(",", Collections.nCopies(count, RULE)) + "]}");
  }
}
