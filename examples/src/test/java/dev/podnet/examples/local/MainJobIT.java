package dev.podnet.examples.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's command and what follows it, through the real engine. */
class MainJobIT {

  @Test
  void aStackGoesUpChangesAndGoesDown(@TempDir Path folder) throws Exception {
    String before = status();
    try (LocalCloud cloud = LocalCloud.in(folder.resolve("state"))) {
      cloud.pulumi("up", "--stack", "local", "--yes").succeeded();
      assertOutputs(cloud.outputs());
      cloud.pulumi("preview", "--stack", "local", "--expect-no-changes").succeeded();
      cloud.pulumi("refresh", "--stack", "local", "--yes", "--expect-no-changes").succeeded();
      assertOfficialClientSeesIt(cloud);

      Path changed = StackFile.changed(folder, "ipCount: 16", "ipCount: 32", "size: 2", "size: 3");
      assertThat(preview(cloud, changed).output())
          .contains("Existing nodes keep their VNICs until they are cycled")
          .contains("~ 1 to update")
          .doesNotContain("to replace");
      cloud
          .pulumi("up", "--stack", "local", "--yes", "--config-file", changed.toString())
          .succeeded();
      assertThat(cloud.outputs().at("/capacity/apps/podsPerNode").asInt()).isEqualTo(64);
      assertThat(cloud.outputs().at("/capacity/apps/nodes").asInt()).isEqualTo(3);

      cloud.pulumi("destroy", "--stack", "local", "--yes").succeeded();
      assertThat(cloud.resources()).isEmpty();
    }
    assertThat(status()).isEqualTo(before);
  }

  private static Outcome preview(LocalCloud cloud, Path stackFile) throws Exception {
    return cloud
        .pulumi("preview", "--stack", "local", "--config-file", stackFile.toString())
        .succeeded();
  }

  private static void assertOutputs(JsonNode outputs) throws Exception {
    assertThat(outputs.at("/capacity/apps/addressesPerNode/frontend").asInt()).isEqualTo(32);
    assertThat(outputs.at("/capacity/apps/pods").asInt()).isEqualTo(96);
    assertThat(outputs.at("/capacity/apps/applicationResources/frontend/pods").asInt())
        .isEqualTo(64);
    assertThat(outputs.at("/addresses/frontend/best").asInt()).isEqualTo(66);
    assertThat(outputs.at("/addresses/frontend/pools/apps").asInt()).isEqualTo(66);
    assertThat(outputs.at("/layout/backend/0").asText()).isEqualTo("10.0.48.0/20");
    assertThat(outputs.at("/statements")).hasSize(3);
    Path kubeconfig = Path.of(outputs.at("/kubeconfigFile").asText());
    assertThat(Files.readString(kubeconfig)).contains("server: ");
  }

  /** Oracle's own SDK for Go, unmodified, reads what is in the two compartments. */
  private static void assertOfficialClientSeesIt(LocalCloud cloud) throws Exception {
    assertThat(readByOfficialClient(cloud, "podnetlocal"))
        .contains("\"ipCount\": 32", "\"frontend\"", "\"backend\"", "OCI_VCN_IP_NATIVE");
    assertThat(readByOfficialClient(cloud, "podnetlocalnetwork"))
        .contains("10.0.0.0/16", "10.0.48.0/20", "NETWORK_SECURITY_GROUP");
  }

  private static String readByOfficialClient(LocalCloud cloud, String compartment)
      throws Exception {
    String last = "aaaaaaaa" + compartment;
    String ocid = "ocid1.compartment.oc1.." + last + "a".repeat(60 - last.length());
    return cloud
        .run("env", "PODNET_COMPARTMENT=" + ocid, "go", "-C", "examples/clients/oci-go", "run", ".")
        .succeeded()
        .output();
  }

  private static String status() throws Exception {
    return Checkout.run(Map.of(), "git", List.of("status", "--porcelain")).succeeded().output();
  }
}
