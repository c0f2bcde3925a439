package dev.podnet.policies;

import static dev.podnet.policies.PolicyFile.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IamTest {
  private static final List<Map<String, Object>> ROWS = PolicyFile.rows("iam.yaml", "statements");

  /** Typed by hand from the documentation page, in its order, with its placeholders. */
  private static final List<String> DOCUMENTED =
      List.of(
          "Allow any-user to use ipv6s in compartment <compartment-ocid-of-network-resources>"
              + " where all { request.principal.id = '<cluster-ocid>' }",
          "Allow any-user to manage instances in tenancy where all"
              + " { request.principal.type = 'cluster' }",
          "Allow any-user to use private-ips in tenancy where all"
              + " { request.principal.type = 'cluster' }",
          "Allow any-user to use network-security-groups in tenancy where all"
              + " { request.principal.type = 'cluster' }",
          "Allow any-user to manage instances in compartment <compartment-ocid-of-nodepool>"
              + " where all { request.principal.id = '<cluster-ocid>' }",
          "Allow any-user to use private-ips in compartment"
              + " <compartment-ocid-of-network-resources>"
              + " where all { request.principal.id = '<cluster-ocid>' }",
          "Allow any-user to use network-security-groups in compartment"
              + " <compartment-ocid-of-network-resources>"
              + " where all { request.principal.id = '<cluster-ocid>' }");

  @Test
  void statementsAreTheDocumentedOnesWordForWord() {
    assertThat(ROWS.stream().map(row -> documented(text(row, "statement"))))
        .containsExactlyElementsOf(DOCUMENTED);
  }

  @Test
  void keysAreUniqueAndEveryFieldIsSet() {
    assertThat(ROWS.stream().map(row -> text(row, "key"))).doesNotHaveDuplicates();
    assertThat(ROWS)
        .allSatisfy(row -> {
          assertThat(row).containsOnlyKeys("key", "tier", "when", "statement", "why", "source");
          assertThat(text(row, "tier")).isIn("any", "broad", "narrow");
          assertThat(text(row, "when")).isIn("ipv6", "otherCompartment");
          assertThat(PolicyFile.document("iam.yaml"))
              .extracting("source.sections." + text(row, "source"))
              .isNotNull();
        });
  }

  @Test
  void onlyBroadStatementsReachTheWholeTenancy() {
    assertThat(ROWS)
        .allSatisfy(row ->
            assertThat(text(row, "statement").contains("in tenancy"))
                .isEqualTo(text(row, "tier").equals("broad")));
  }

  private static String documented(String statement) {
    return statement
        .replace("${cluster.id}", "<cluster-ocid>")
        .replace("${compartment.nodePools}", "<compartment-ocid-of-nodepool>")
        .replace("${compartment.network}", "<compartment-ocid-of-network-resources>");
  }
}
