package dev.podnet.examples.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program runs on whatever {@code java} is on the PATH; newer ones must not make it hang. */
class JdkIT {

  @Test
  void aPreviewEndsOnJdk25WithTwoCores(@TempDir Path folder) throws Exception {
    // The runner waits in the common pool, which on JDK 25 with two cores has one thread.
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    Map<String, String> jdk25 =
        Map.of(
            "PATH",
            java + File.pathSeparator + System.getenv("PATH"),
            "JAVA_TOOL_OPTIONS",
            "-XX:ActiveProcessorCount=2");
    try (LocalCloud cloud = LocalCloud.in(folder.resolve("state"), jdk25)) {
      Outcome preview = cloud.pulumi("preview", "--stack", "local").succeeded();

      assertThat(preview.output()).contains("to create");
    }
  }
}
