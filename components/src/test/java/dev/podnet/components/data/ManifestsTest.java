package dev.podnet.components.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void theGuardBesideOraclesTouchesNoneOfItsNames() {
    assertThat(Manifests.deletionGuard().toString()).contains("npn-pod-deletion-deny-policy");
    assertThat(Manifests.deletionGuardBesideOracles().toString())
        .contains("podnet-cni-deletion-guard", "podnet-cni-deletion-guard-binding")
        .doesNotContain("name=npn-pod", "policyName=npn-pod");
  }

  @Test
  void theGuardBesideOraclesSeesOnlyPodnetsPods() {
    List<JsonNode> selectors =
        tree(Manifests.deletionGuardBesideOracles()).findValues("objectSelector");

    assertThat(selectors)
        .isNotEmpty()
        .allSatisfy(
            s -> assertThat(s.at("/matchLabels/podnet.dev~1component").asText()).isEqualTo("cni"))
        .allSatisfy(
            s -> assertThat(s.at("/matchLabels/app").asText()).isEqualTo("vcn-native-ip-cni"));
  }

  @Test
  void nothingElseOfTheGuardChanges() {
    assertThat(tree(Manifests.deletionGuardBesideOracles()).findValues("expression"))
        .isEqualTo(tree(Manifests.deletionGuard()).findValues("expression"));
  }

  private static JsonNode tree(Object objects) {
    return JSON.valueToTree(objects);
  }
}
