package dev.podnet.components.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.Example;
import dev.podnet.components.data.Tables;
import dev.podnet.components.plan.PoolPlan.Pods;
import dev.podnet.components.plan.Shape.ImageKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolPlannerTest {
  private static final Catalog CATALOG = Tables.catalog();

  @Test
  void maxPodsLowersCapacityAndTheKubeletsLimit() {
    PoolPlan apps = new Example().with("pools[1].maxPods", 40).plan().pools().get(1);

    assertThat(apps.capacity().podsPerNode()).isEqualTo(40);
    assertThat(apps.node().cloudInit().orElseThrow())
        .contains("'--register-with-taints=podnet.dev/cni-not-ready:NoSchedule --max-pods=40'");
  }

  @Test
  void withoutProfilesTheShapeLimitsPods() {
    PoolPlan standard =
        new Example()
            .with("pools[0].profiles", null)
            .with("pools[0].podSubnet", "pods")
            .plan()
            .pools()
            .get(0);

    assertThat(standard.pods()).isEqualTo(new Pods.Standard("pods", 31, List.of()));
    assertThat(standard.node().cloudInit()).isEmpty();
  }

  @Test
  void theStartUpTaintSurvivesTheUsersParts() {
    String data =
        new Example()
            .with("pools[1].node.cloudInit", Example.yaml("[{content: \"#!/bin/sh\\ntrue\"}]"))
            .plan()
            .pools()
            .get(1)
            .node()
            .cloudInit()
            .orElseThrow();

    assertThat(data)
        .startsWith(
            "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"podnet-start-up\"")
        .containsSubsequence(
            "#!/bin/sh\ntrue", "--register-with-taints=podnet.dev/cni-not-ready:NoSchedule")
        .endsWith("\n--podnet-start-up--\n");
  }

  @Test
  void nodesWithPartsOfTheirOwnStillJoinTheCluster() {
    Object part = Example.yaml("[{contentType: text/cloud-config, content: podnet-start-up}]");
    PoolPlan system = new Example().with("pools[0].node.cloudInit", part).plan().pools().get(0);

    assertThat(system.node().cloudInit().orElseThrow())
        .contains("boundary=\"podnet-start-up-\"", "text/cloud-config", "bash /run/oke-init.sh\n");
  }

  @Test
  void theFirstMetadataServiceIsOffUnlessAskedFor() {
    Example example = new Example().with("pools[0].node.legacyMetadataService", true);

    assertThat(example.plan().pools().get(0).node().metadata()).isEmpty();
    assertThat(example.plan().pools().get(1).node().metadata())
        .isEqualTo(Map.of("areLegacyImdsEndpointsDisabled", "true"));
  }

  @Test
  void packagedNodesCarryTheirLabelBesideTheUsers() {
    PoolPlan apps = new Example().with("pools[1].node.labels.team", "a").plan().pools().get(1);

    assertThat(apps.node().labels())
        .containsExactly(Map.entry("podnet.dev/cni", "packaged"), Map.entry("team", "a"));
  }

  @Test
  void tagsOfAPoolReachItsVnics() {
    PoolPlan apps =
        new Example()
            .with("tags.team", "net")
            .with("tags.stage", "dev")
            .with("pools[1].tags.stage", "prod")
            .with("pools[1].profiles[0].tags.vnic", "a")
            .plan()
            .pools()
            .get(1);

    assertThat(apps.tags()).isEqualTo(Map.of("team", "net", "stage", "prod"));
    assertThat(((Pods.Profiles) apps.pods()).profiles().get(0).tags())
        .isEqualTo(Map.of("team", "net", "stage", "prod", "vnic", "a"));
  }

  @ParameterizedTest
  @CsvSource({
    "X86, Oracle-Linux-8.10-2025.09.16-0-OKE-1.34.1-1191, true",
    "X86, Oracle-Linux-8.10-2025.09.16-0-OKE-1.33.1-1191, false",
    "X86, Oracle-Linux-8.10-aarch64-2025.09.16-0-OKE-1.34.1-1191, false",
    "X86, Oracle-Linux-8.10-Gen2-GPU-2025.09.16-0-OKE-1.34.1-1191, false",
    "ARM, Oracle-Linux-8.10-aarch64-2025.09.16-0-OKE-1.34.1-1191, true",
    "ARM, Oracle-Linux-8.10-2025.09.16-0-OKE-1.34.1-1191, false",
    "GPU, Oracle-Linux-8.10-Gen2-GPU-2025.09.16-0-OKE-1.34.1-1191, true"
  })
  void imagesFitTheShapesProcessor(ImageKind kind, String name, boolean fits) {
    var image = new ImagePlan(Optional.empty(), Optional.empty(), kind, "v1.34.1");

    assertThat(image.fits(name)).isEqualTo(fits);
  }

  @Test
  void theNewestImageIsTheOneOfTheLatestDate() {
    assertThat(
            List.of(
                    "Oracle-Linux-8.9-2024.06.30-0-OKE-1.34.1-700",
                    "Oracle-Linux-8.10-2025.09.16-0-OKE-1.34.1-1191",
                    "Oracle-Linux-8.10-2025.08.31-0-OKE-1.34.1-1100",
                    "Custom")
                .stream()
                .max(ImagePlan.AGE))
        .contains("Oracle-Linux-8.10-2025.09.16-0-OKE-1.34.1-1191");
  }

  @ParameterizedTest
  @CsvSource({
    "VM.Standard.E5.Flex, 1, 2",
    "VM.Standard.E5.Flex, 40, 24",
    "VM.Optimized3.Flex, 3, 6",
    "VM.DenseIO.E4.Flex, 8, 8",
    "VM.DenseIO.E5.Flex, 32, 24",
    "VM.Standard.E2.8, 8, 4",
    "BM.Standard.E5.192, 192, 256"
  })
  void shapesSayHowManyVnicsANodeHas(String shape, int ocpus, int vnics) {
    assertThat(CATALOG.shape(shape).orElseThrow().vnics(Optional.of(ocpus))).isEqualTo(vnics);
  }

  @Test
  void everyShapeIsListedOnce() {
    assertThat(CATALOG.shapes()).extracting(Shape::shape).doesNotHaveDuplicates().hasSize(75);
    assertThat(CATALOG.shape("VM.Standard.A2.Flex").orElseThrow().image()).isEqualTo(ImageKind.ARM);
  }
}
