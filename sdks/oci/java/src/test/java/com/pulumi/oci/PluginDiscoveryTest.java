package com.pulumi.oci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Plain {@code pulumi up} asks the class path which provider plugins to install. */
class PluginDiscoveryTest {

  @Test
  void theBootstrapFindsTheOciPlugin() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.pulumi.bootstrap.internal.Main",
                "packages")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(output.strip())
        .isEqualTo("[{\"resource\":true,\"name\":\"oci\",\"version\":\"4.20.0\"}]");
  }

  @Test
  void theVersionIsThatOfTheSchema() throws IOException {
    try (InputStream in =
        Utilities.class.getResourceAsStream("/dev/podnet/oci/schema/schema.json")) {
      String schema = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);

      assertThat(schema).contains("\"version\": \"" + Utilities.getVersion() + "\"");
    }
  }
}
