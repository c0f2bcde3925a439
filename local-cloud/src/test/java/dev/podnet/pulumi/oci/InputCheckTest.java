package dev.podnet.pulumi.oci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.oci.schema.Schema;
import dev.podnet.pulumi.Unknown;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pulumirpc.Provider.CheckFailure;

class InputCheckTest {
  private static final Schema SCHEMA = Schema.load();
  private static final String POOL = "oci:ContainerEngine/nodePool:NodePool";

  @Test
  void everyMistakeIsToldAtOnceWithItsPath() {
    List<String> reasons =
        reasons(
            Map.of(
                "clusterId", "k",
                "nodeShapee", "x",
                "secondaryVnics",
                    List.of(Map.of("createVnicDetails", Map.of("ipCount", "16", "nsgIds", "n")))));

    assertThat(reasons)
        .containsExactlyInAnyOrder(
            "nodeShapee is not a property here; did you mean nodeShape?",
            "compartmentId is missing: the API requires it",
            "nodeShape is missing: the API requires it",
            "secondaryVnics[0].createVnicDetails.ipCount must be a whole number, not the text"
                + " \"16\"",
            "secondaryVnics[0].createVnicDetails.nsgIds must be a list, not the text \"n\"",
            "secondaryVnics[0].createVnicDetails.subnetId is missing: the API requires it");
  }

  @Test
  void whatAPreviewDoesNotKnowPasses() {
    assertThat(
            reasons(
                Map.of(
                    "clusterId",
                    Unknown.VALUE,
                    "compartmentId",
                    "c",
                    "nodeShape",
                    "s",
                    "secondaryVnics",
                    Unknown.VALUE,
                    "freeformTags",
                    Map.of("a", Unknown.VALUE))))
        .isEmpty();
  }

  @Test
  void aPropertyThatResemblesNoneHasNoSuggestion() {
    assertThat(
            reasons(Map.of("clusterId", "k", "compartmentId", "c", "nodeShape", "s", "zebra", 1L)))
        .containsExactly("zebra is not a property here");
  }

  private static List<String> reasons(Map<String, @Nullable Object> inputs) {
    return InputCheck.of(SCHEMA, SCHEMA.resource(POOL).orElseThrow().inputs(), inputs).stream()
        .map(CheckFailure::getReason)
        .toList();
  }
}
