package dev.podnet.policies;

import static dev.podnet.policies.PolicyFile.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IamTest {
  private static final List<Map<String, Object>> ROWS = PolicyFile.rows("iam.yaml", "statements");

  private static final String NETWORK = "<compartment-ocid-of-network-resources>";
  private static final String NODES = "<compartment-ocid-of-nodepool>";

  /** Typed by hand from the documentation pages, in their order, with their placeholders. */
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
              + " where all { request.principal.id = '<cluster-ocid>' }",
          "define tenancy ske as"
              + " ocid1.tenancy.oc1..aaaaaaaacrvwsphodcje6wfbc3xsixhzcan5zihki6bvc7xkwqds4tqhzbaq",
          "define compartment ske_compartment as"
              + " ocid1.compartment.oc1.."
              + "aaaaaaaa2bou6r766wmrh5zt3vhu2rwdya7ahn4dfdtwzowb662cmtdc5fea",
          "endorse any-user to associate compute-container-instances in compartment"
              + " ske_compartment of tenancy ske with subnets in tenancy where ALL"
              + " {request.principal.type='virtualnode',"
              + "request.operation='CreateContainerInstance',request.principal.subnet=2.subnet.id}",
          "endorse any-user to associate compute-container-instances in compartment"
              + " ske_compartment of tenancy ske with vnics in tenancy where ALL"
              + " {request.principal.type='virtualnode',"
              + "request.operation='CreateContainerInstance',request.principal.subnet=2.subnet.id}",
          "endorse any-user to associate compute-container-instances in compartment"
              + " ske_compartment of tenancy ske with network-security-group in tenancy where ALL"
              + " {request.principal.type='virtualnode',"
              + "request.operation='CreateContainerInstance'}",
          "Allow dynamic-group <dynamic-group> to {CLUSTER_JOIN} in compartment <compartment>",
          "Allow dynamic-group <dynamic-group> to {CLUSTER_JOIN} in compartment <compartment>"
              + " where { target.cluster.id = '<cluster-ocid>' }");

  @Test
  void statementsAreTheDocumentedOnesWordForWord() {
    assertThat(
            ROWS.stream()
                .filter(row -> !text(row, "source").equals("derived"))
                .map(row -> documented(text(row, "statement"))))
        .containsExactlyElementsOf(DOCUMENTED);
  }

  @Test
  void whatIsDerivedLetsNodesUseAddressesAndReadThemselves() {
    assertThat(
            ROWS.stream()
                .filter(row -> text(row, "source").equals("derived"))
                .map(row -> documented(text(row, "statement"))))
        .containsExactlyInAnyOrder(
            derived("use vnics", NETWORK),
            derived("use subnets", NETWORK),
            derived("use private-ips", NETWORK),
            derived("use ipv6s", NETWORK),
            derived("use network-security-groups", NETWORK),
            derived("read instance-family", NODES),
            derived("manage vnic-attachments", NODES));
  }

  private static String derived(String what, String compartment) {
    return "Allow dynamic-group <dynamic-group> to " + what + " in compartment " + compartment;
  }

  @Test
  void keysAreUniqueAndEveryFieldIsSet() {
    assertThat(ROWS.stream().map(row -> text(row, "key"))).doesNotHaveDuplicates();
    assertThat(ROWS)
        .allSatisfy(row -> {
          assertThat(row).containsOnlyKeys("key", "tier", "when", "statement", "why", "source");
          assertThat(text(row, "tier")).isIn("any", "broad", "narrow");
          assertThat(text(row, "when"))
              .isIn(
                  "ipv6",
                  "otherCompartment",
                  "virtualNodes",
                  "selfManaged",
                  "secondSource",
                  "secondSourceIpv6");
          assertThat(PolicyFile.document("iam.yaml"))
              .extracting("source.sections." + text(row, "source"))
              .isNotNull();
        });
  }

  @Test
  void onlyBroadStatementsReachTheWholeTenancy() {
    assertThat(ROWS)
        .filteredOn(row -> List.of("ipv6", "otherCompartment").contains(text(row, "when")))
        .allSatisfy(row ->
            assertThat(text(row, "statement").contains("in tenancy"))
                .isEqualTo(text(row, "tier").equals("broad")));
  }

  private static String documented(String statement) {
    return statement
        .replace("${cluster.id}", "<cluster-ocid>")
        .replace("${dynamicGroup}", "<dynamic-group>")
        .replace("${compartment.cluster}", "<compartment>")
        .replace("${compartment.nodePools}", NODES)
        .replace("${compartment.network}", NETWORK);
  }
}
