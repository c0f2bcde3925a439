package dev.podnet.oci.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

  private static final Schema SCHEMA = Schema.load();
  private static final ResourceType NODE_POOL =
      SCHEMA.resource("oci:ContainerEngine/nodePool:NodePool").orElseThrow();

  @Test
  void everyResourceHasATokenOfTheProvider() {
    assertThat(SCHEMA.name()).isEqualTo("oci");
    assertThat(SCHEMA.resources()).isNotEmpty();
    assertThat(SCHEMA.resources().keySet()).allMatch(token -> token.matches("oci:\\w+/\\w+:\\w+"));
    assertThat(SCHEMA.functions().keySet())
        .allMatch(token -> token.matches("oci:\\w+/get\\w+:get\\w+"));
  }

  @Test
  void anUnknownTokenIsNotThere() {
    assertThat(SCHEMA.resource("oci:Core/vcn:Vcn2")).isEmpty();
    assertThat(SCHEMA.function("oci:Core/getVcn:getVcn")).isEmpty();
  }

  @Test
  void aNodePoolNeedsItsClusterItsCompartmentAndAShape() {
    assertThat(NODE_POOL.inputs().required())
        .containsExactly("clusterId", "compartmentId", "nodeShape");
  }

  @Test
  void whatTheCloudComputesIsOutputOnly() {
    assertThat(NODE_POOL.outputOnly())
        .containsExactly("lifecycleDetails", "nodeSources", "nodes", "state");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clusterId",
        "nodeConfigDetails.nodePoolPodNetworkOptionDetails.cniType",
      })
  void someChangesReplaceANodePool(String path) {
    assertThat(SCHEMA.replaces(NODE_POOL, path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nodeConfigDetails",
        "nodeConfigDetails.size",
        "nodeConfigDetails.placementConfigs[1].subnetId",
        "secondaryVnics",
        "secondaryVnics[0].createVnicDetails.ipCount",
        "initialNodeLabels[3]",
        "freeformTags[\"a.b\"]",
      })
  void otherChangesUpdateANodePool(String path) {
    assertThat(SCHEMA.input(NODE_POOL, path)).isPresent();
    assertThat(SCHEMA.replaces(NODE_POOL, path)).isFalse();
  }

  @Test
  void aRuleOfASecurityGroupMovesToAnotherGroupOnlyAsANewRule() {
    ResourceType rule =
        SCHEMA
            .resource("oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule")
            .orElseThrow();

    assertThat(rule.inputs().all())
        .filteredOn(Property::replaces)
        .extracting(Property::name)
        .containsExactly("networkSecurityGroupId");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nodeConfigDetail", "nodeConfigDetails.sizes", "nodeShape.x", "clusterId["})
  void aPathToNothingFindsNothing(String path) {
    assertThat(SCHEMA.input(NODE_POOL, path)).isEmpty();
  }

  @Test
  void aMapEntryLeadsToTheMap() {
    assertThat(SCHEMA.input(NODE_POOL, "nodeMetadata.user_data").map(Property::name))
        .contains("nodeMetadata");
  }

  @Test
  void oddNamesStayAsTheyAre() {
    Properties vnic = inputsOf("ContainerEngine/NodePoolSecondaryVnicCreateVnicDetails");

    assertThat(vnic.find("assignIpv6ip").map(Property::type)).contains(Type.Scalar.BOOLEAN);
    assertThat(vnic.find("ipv6addressIpv6subnetCidrPairDetails").map(Property::type))
        .containsInstanceOf(Type.ListOf.class);
  }

  @Test
  void wholeNumbersAndFractionsAreToldApart() {
    Properties shape = inputsOf("ContainerEngine/NodePoolNodeShapeConfig");
    Properties details = inputsOf("ContainerEngine/NodePoolNodeConfigDetails");

    assertThat(shape.find("ocpus").map(Property::type)).contains(Type.Scalar.NUMBER);
    assertThat(details.find("size").map(Property::type)).contains(Type.Scalar.INTEGER);
  }

  @Test
  void theProvidersKeyIsSecret() {
    assertThat(SCHEMA.provider().inputs().find("privateKey").map(Property::secret)).contains(true);
  }

  @Test
  void anObjectHasTheSameNamesOnItsWayInAndOut() {
    assertThat(SCHEMA.types().values())
        .filteredOn(type -> !type.inputs().isEmpty() && !type.outputs().isEmpty())
        .isNotEmpty()
        .allSatisfy(type ->
            assertThat(type.inputs().all())
                .extracting(Property::name)
                .containsExactlyElementsOf(
                    type.outputs().all().stream().map(Property::name).toList()));
  }

  private static Properties inputsOf(String type) {
    return SCHEMA.object(new Type.ObjectRef(type)).inputs();
  }
}
