package dev.podnet.examples.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong stack file: one message with all that is wrong, and nothing registered. */
class BadStackFileIT {
  @TempDir private static Path state;
  private static LocalCloud cloud;

  @BeforeAll
  static void start() throws Exception {
    cloud = LocalCloud.in(state);
  }

  @AfterAll
  static void stop() throws Exception {
    cloud.close();
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          size: 2                       | size: many              | [wrong-type]
          size: 2                       | siz: 2                  | [unknown-key]
          size: 2                       | cni2: x                 | [missing-setting]
          10.0.48.0/20                  | 10.0.40.0/21            | [overlap]
          'cidrs: [10.0.32.0/20]'       | 'cidrs: [10.0.32.0/20], access: public' | [pod-subnet-public]
          10.0.1.0/24                   | 10.0.1.1/24             | [bad-cidr]
          ipCount: 16                   | ipCount: 256            | [ip-count-sum]
          v1.34.1                       | v1.21.0                 | [kubernetes-too-old]
          10.0.32.0/20                  | 172.16.0.0/20           | [outside-vcn]
          subnet: frontend              | subnet: front-end       | [unknown-subnet]
          name: backend, subnet         | name: frontend, subnet  | [duplicate-name]
          """)
  void isRefusedWithItsFindings(String from, String to, String finding, @TempDir Path folder)
      throws Exception {
    Path file = StackFile.changed(folder, from, to);

    Outcome outcome =
        cloud
            .pulumi("up", "--stack", "local", "--yes", "--config-file", file.toString())
            .failed()
            .withoutTrace();

    assertThat(outcome.output()).contains(finding, "nothing was registered", "Fix: ");
    assertThat(cloud.resources()).isEmpty();
  }

  @Test
  void aYamlErrorIsNamedWithLineAndColumn(@TempDir Path folder) throws Exception {
    Path file = StackFile.changed(folder, "cidrs: [10.0.0.0/16]", "cidrs: [10.0.0.0/16");

    Outcome outcome =
        cloud
            .pulumi("up", "--stack", "local", "--yes", "--config-file", file.toString())
            .failed()
            .withoutTrace();

    assertThat(outcome.output()).containsPattern("Pulumi\\.local\\.yaml:\\d+:\\d+");
  }

  @Test
  void aKeyThatStandsTwiceIsNamedWithLineAndColumn(@TempDir Path folder) throws Exception {
    Path file = StackFile.changed(folder, "podnet:name: local", "podnet:name: a\n  podnet:name: b");

    Outcome outcome =
        cloud
            .pulumi("up", "--stack", "local", "--yes", "--config-file", file.toString())
            .failed()
            .withoutTrace();

    assertThat(outcome.output())
        .contains("podnet:name")
        .containsPattern("Pulumi\\.local\\.yaml:\\d+:\\d+");
  }
}
