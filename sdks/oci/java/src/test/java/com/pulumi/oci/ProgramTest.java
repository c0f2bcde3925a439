package com.pulumi.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.Context;
import com.pulumi.exceptions.MissingRequiredPropertyException;
import com.pulumi.oci.ContainerEngine.ContainerEngineFunctions;
import com.pulumi.oci.ContainerEngine.NodePool;
import com.pulumi.oci.ContainerEngine.NodePoolArgs;
import com.pulumi.oci.ContainerEngine.inputs.GetClusterKubeConfigArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolNodeShapeConfigArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolSecondaryVnicArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolSecondaryVnicCreateVnicDetailsArgs;
import com.pulumi.oci.ContainerEngine.outputs.GetClusterKubeConfigResult;
import com.pulumi.oci.ContainerEngine.outputs.NodePoolSecondaryVnic;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The generated classes inside a Pulumi program, with the engine mocked. */
class ProgramTest {

  @AfterEach
  void cleanUp() {
    PulumiTest.cleanup();
  }

  @Test
  void nestedArgumentsArriveUnderTheirNames() {
    Recorder recorder = new Recorder();

    run(recorder, ctx -> pool());

    assertThat(recorder.type).isEqualTo("oci:ContainerEngine/nodePool:NodePool");
    assertThat(recorder.inputs)
        .containsEntry("nodeShapeConfig", Map.of("ocpus", 1.5))
        .containsEntry(
            "secondaryVnics",
            List.of(
                Map.of(
                    "createVnicDetails",
                    Map.of("subnetId", "ocid1.subnet", "ipCount", 32.0, "assignIpv6ip", false))));
  }

  @Test
  void outputsComeBackTyped() {
    TestResult result =
        run(
            new Recorder(),
            ctx ->
                ctx.export(
                    "ipCount",
                    pool()
                        .secondaryVnics()
                        .applyValue(vnics -> vnics.orElseThrow().get(0))
                        .applyValue(NodePoolSecondaryVnic::createVnicDetails)
                        .applyValue(details -> details.ipCount().orElseThrow())));

    assertThat(PulumiTest.extractValue(result.output("ipCount", Integer.class))).isEqualTo(32);
  }

  @Test
  void functionsReturnTheirResult() {
    TestResult result =
        run(
            new Recorder(),
            ctx ->
                ctx.export(
                    "content",
                    ContainerEngineFunctions.getClusterKubeConfig(
                            GetClusterKubeConfigArgs.builder().clusterId("ocid1.cluster").build())
                        .applyValue(GetClusterKubeConfigResult::content)));

    assertThat(PulumiTest.extractValue(result.output("content", String.class))).isEqualTo("yaml");
  }

  @Test
  void whatIsRequiredIsAskedForAtOnce() {
    NodePoolArgs.Builder builder = NodePoolArgs.builder().clusterId("c").nodeShape("s");

    assertThatThrownBy(builder::build)
        .isInstanceOf(MissingRequiredPropertyException.class)
        .hasMessageContaining("compartmentId");
  }

  private static NodePool pool() {
    return new NodePool(
        "pool",
        NodePoolArgs.builder()
            .clusterId("ocid1.cluster")
            .compartmentId("ocid1.compartment")
            .nodeShape("VM.Standard.E5.Flex")
            .nodeShapeConfig(NodePoolNodeShapeConfigArgs.builder().ocpus(1.5).build())
            .secondaryVnics(
                NodePoolSecondaryVnicArgs.builder()
                    .createVnicDetails(
                        NodePoolSecondaryVnicCreateVnicDetailsArgs.builder()
                            .subnetId("ocid1.subnet")
                            .ipCount(32)
                            .assignIpv6ip(false)
                            .build())
                    .build())
            .build());
  }

  private static TestResult run(Mocks mocks, Consumer<Context> program) {
    return PulumiTest.withMocks(mocks).runTest(program).throwOnError();
  }

  /** Gives inputs back as state, and keeps those of the last resource. */
  private static final class Recorder implements Mocks {

    private volatile String type = "";
    private volatile Map<String, Object> inputs = Map.of();

    @Override
    public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
      type = args.type;
      inputs = args.inputs;
      return CompletableFuture.completedFuture(
          ResourceResult.of(Optional.of(args.name + "-id"), args.inputs));
    }

    @Override
    public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
      return CompletableFuture.completedFuture(
          Map.of("clusterId", "ocid1.cluster", "content", "yaml", "id", "id"));
    }
  }
}
