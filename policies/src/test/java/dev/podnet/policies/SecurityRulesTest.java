package dev.podnet.policies;

import static dev.podnet.policies.PolicyFile.get;
import static dev.podnet.policies.PolicyFile.list;
import static dev.podnet.policies.PolicyFile.map;
import static dev.podnet.policies.PolicyFile.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecurityRulesTest {
  private static final List<Map<String, Object>> ROWS =
      PolicyFile.rows("security-rules.yaml", "rules");
  private static final List<String> ROLES =
      List.of("endpoint", "workers", "pods", "loadBalancers", "bastion", "virtualNodes");

  /** Typed by hand from the requirements table. */
  private static final List<String> REQUIRED =
      List.of(
          ("A1 A2 A3 A4 A5 A7 A9 A10 A11"
                  + " W1 W2 W3a W3b W4 W5 W6 W9 W10 W11 W12 W13 W14"
                  + " P1 P2 P3 P4 P5 P6 P7 P8"
                  + " L2 L3")
              .split(" "));

  /** Typed by hand from the rows that the documented examples leave out. */
  private static final List<String> NOT_IN_EXAMPLES =
      List.of("W1", "W2", "W3a", "W8", "W9", "W15", "P10");

  @Test
  void everyRequiredRowIsThereWithoutAnyChoiceOfTheUser() {
    Stream<String> unasked =
        in("complete")
            .filter(row -> List.of("always", "loadBalancers").contains(text(row, "when")))
            .map(row -> text(row, "id"));

    assertThat(unasked).containsAll(REQUIRED);
  }

  @Test
  void theNarrowSetIsWhatTheExamplesHave() {
    assertThat(in("narrow").map(row -> text(row, "id")))
        .doesNotContainAnyElementsOf(NOT_IN_EXAMPLES);
    assertThat(in("complete").map(row -> text(row, "id"))).containsAll(NOT_IN_EXAMPLES);
  }

  @Test
  void keysAreUniqueAndNoRuleIsGivenTwiceInASet() {
    assertThat(ROWS.stream().map(row -> text(row, "key"))).doesNotHaveDuplicates();
    for (String set : List.of("complete", "narrow")) {
      assertThat(in(set).map(SecurityRulesTest::effect)).doesNotHaveDuplicates();
    }
  }

  @Test
  void everyRowIsWellFormed() {
    Map<String, Object> sources = map(get(PolicyFile.document("security-rules.yaml"), "sources"));

    assertThat(ROWS)
        .allSatisfy(row -> {
          assertThat(text(row, "key")).matches("[a-z0-9]+(-[a-z0-9]+)*");
          assertThat(list(get(row, "sets"))).isNotEmpty().isSubsetOf("complete", "narrow");
          assertThat(text(row, "on")).isIn(ROLES);
          assertThat(text(row, "direction")).isIn("ingress", "egress");
          assertThat(text(row, "protocol")).isIn("all", "tcp", "udp", "icmp");
          // The API refuses a longer description, and the reason becomes the description.
          assertThat(text(row, "why")).isNotBlank().hasSizeLessThanOrEqualTo(255);
          assertThat(sources).containsKey(text(row, "source"));
        });
  }

  @Test
  void portsGoWithTcpAndUdpOnlyAndTypesWithIcmpOnly() {
    assertThat(ROWS)
        .allSatisfy(row -> {
          String protocol = text(row, "protocol");
          if (row.containsKey("ports")) {
            assertThat(protocol).isIn("tcp", "udp");
            assertThat(text(row, "ports")).matches("\\d+(-\\d+)?");
          }
          if (row.containsKey("icmp")) {
            assertThat(protocol).isEqualTo("icmp");
            assertThat(map(get(row, "icmp"))).containsOnlyKeys("type", "code");
          }
        });
  }

  @Test
  void aPeerThatMayBeAbsentIsAskedForInWhen() {
    assertThat(ROWS)
        .allSatisfy(row -> {
          Map<String, Object> peer = map(get(row, "peer"));
          assertThat(peer).hasSize(1);
          if (peer.containsKey("setting")) {
            assertThat(row).containsEntry("when", peer.get("setting"));
          }
          if (peer.containsKey("role")) {
            assertThat(peer.get("role")).isIn(ROLES);
          }
          for (String optional : List.of("loadBalancers", "bastion", "virtualNodes")) {
            if (peer.containsValue(optional)) {
              assertThat(row).containsEntry("when", optional);
            }
          }
        });
  }

  @Test
  void nothingIsOpenToEveryAddressUnasked() {
    assertThat(ROWS.stream().filter(row -> map(get(row, "peer")).containsKey("internet")))
        .allSatisfy(row -> {
          boolean pathMtu = row.containsKey("icmp");
          assertThat(pathMtu || text(row, "when").startsWith("security.")).isTrue();
        });
  }

  /**
   * Typed by hand from the page on virtual nodes; what has other nodes in it is not on the page.
   */
  @Test
  void virtualNodesHaveTheRowsOfTheirPage() {
    String service = "{service=all}";
    assertThat(
            ROWS.stream()
                .filter(row -> text(row, "id").startsWith("V"))
                .filter(row -> list(get(row, "sets")).contains("narrow"))
                .map(SecurityRulesTest::told))
        .containsExactlyInAnyOrder(
            "endpoint ingress {role=virtualNodes} tcp 6443",
            "endpoint ingress {role=virtualNodes} tcp 12250",
            "endpoint ingress {role=virtualNodes} icmp 3,4",
            "endpoint egress {role=virtualNodes} tcp",
            "endpoint egress {role=virtualNodes} icmp 3,4",
            "virtualNodes ingress {role=virtualNodes} all",
            "virtualNodes ingress {role=loadBalancers} tcp 30000-32767",
            "virtualNodes ingress {role=loadBalancers} udp 30000-32767",
            "virtualNodes ingress {role=loadBalancers} tcp 10256",
            "virtualNodes ingress {role=loadBalancers} udp 10256",
            "virtualNodes ingress {role=endpoint} icmp 3,4",
            "virtualNodes ingress {role=endpoint} tcp",
            "virtualNodes egress {role=virtualNodes} all",
            "virtualNodes egress {role=endpoint} tcp 6443",
            "virtualNodes egress {role=endpoint} tcp 12250",
            "virtualNodes egress {role=endpoint} icmp 3,4",
            "virtualNodes egress " + service + " tcp 443",
            "virtualNodes egress {internet=true} icmp 3,4",
            "virtualNodes egress {internet=true} all",
            "loadBalancers egress {role=virtualNodes} tcp 30000-32767",
            "loadBalancers egress {role=virtualNodes} udp 30000-32767",
            "loadBalancers egress {role=virtualNodes} tcp 10256",
            "loadBalancers egress {role=virtualNodes} udp 10256");
  }

  private static String told(Map<String, Object> row) {
    String ports = String.valueOf(row.getOrDefault("ports", ""));
    String icmp =
        row.containsKey("icmp") ? get(row, "icmp", "type") + "," + get(row, "icmp", "code") : "";
    return Stream.of(
            text(row, "on"),
            text(row, "direction"),
            get(row, "peer").toString(),
            text(row, "protocol"),
            ports,
            icmp)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static Stream<Map<String, Object>> in(String set) {
    return ROWS.stream().filter(row -> list(get(row, "sets")).contains(set));
  }

  /** What the rule does in the cloud: two rows of one effect would be one rule written twice. */
  private static String effect(Map<String, Object> row) {
    return Stream.of("on", "direction", "peer", "protocol", "ports", "icmp")
        .map(field -> String.valueOf(row.get(field)))
        .toList()
        .toString();
  }
}
