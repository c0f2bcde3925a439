package dev.podnet.podnetctl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PodnetctlTest {
  private static final String GOOD =
      """
      config:
        podnet:name: demo
        podnet:compartment: ocid1.compartment.oc1..aaaa
        podnet:network:
          cidrs: [10.0.0.0/16]
          subnets:
            - {name: endpoint, role: endpoint, cidrs: [10.0.0.0/29]}
            - {name: workers, role: workers, cidrs: [10.0.1.0/24]}
            - {name: pods, role: pods, cidrs: [10.0.32.0/19]}
        podnet:cluster:
          kubernetesVersion: v1.34.1
        podnet:pools:
          - name: blue
            size: 3
            shape: VM.Standard.E5.Flex
            ocpus: 4
            memoryGb: 32
            subnet: workers
            profiles:
              - {name: front, subnet: pods, ipCount: 32}
              - {name: back, subnet: pods, ipCount: 16}
      """;

  @TempDir Path root;
  private Machine machine;
  private Path file;

  @BeforeEach
  void folder() throws IOException {
    machine = FakeMachine.bare(root);
    file = Files.createDirectory(root.resolve("stacks")).resolve("Pulumi.dev.yaml");
  }

  @Test
  void aGoodFileIsFine() throws IOException {
    write(GOOD);

    Run run = Run.of(machine, "check-file", file.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("ok ");
  }

  @Test
  void aBrokenFileIsOneLineAndAFixPerProblem() throws IOException {
    write("config:\n  podnet:name: a\n  podnet:name: b\n  podnet:version: 1.30\n");

    Run run = Run.of(machine, "check-file", file.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out().lines())
        .containsExactly(
            "fail  " + file + ":3:3   The key 'podnet:name' is here twice; the first is on line 2.",
            "      Fix: Remove one of them.",
            "fail  " + file + ":4:19  'podnet:version' is read as the number 1.3.",
            "      Fix: Quote it: \"1.30\".");
  }

  @Test
  void aFileThatIsNotThereOrNotTextIsASentence() throws IOException {
    assertThat(Run.of(machine, "check-file", file.toString()).out())
        .contains("There is no such file.");

    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    assertThat(Run.of(machine, "check-file", file.toString()).out())
        .contains("The file is not UTF-8 text.");
  }

  @Test
  void planPrintsCapacityPerProfile() throws IOException {
    write(GOOD);

    JsonNode plan = json(Run.of(machine, "plan", "--stack", "dev", "--json"));

    assertThat(plan.path("result").asText()).isEqualTo("ok");
    assertThat(plan.path("pools").get(0).path("podsPerNode").asText()).isEqualTo("48");
    assertThat(plan.path("profiles").findValuesAsText("addresses")).containsExactly("96", "48");
    assertThat(plan.has("rules")).isFalse();
  }

  @Test
  void planPrintsWhatPoolsTakeOfTheirSubnets() throws IOException {
    write(GOOD.replace("ipCount: 32}", "ipCount: 32, applicationResource: front}"));

    JsonNode plan = json(Run.of(machine, "plan", "--stack", "dev", "--json"));

    assertThat(plan.path("addresses").findValuesAsText("best")).containsExactly("3", "150");
    assertThat(plan.path("addresses").findValuesAsText("worst")).containsExactly("3", "384");
    assertThat(plan.path("addresses").findValuesAsText("fits")).containsOnly("always");
    assertThat(plan.path("addresses").get(1).path("free").asText()).isEqualTo("8039");
    assertThat(plan.path("shares").findValuesAsText("for"))
        .containsExactly("nodes", "profile front", "profile back");
    assertThat(plan.path("shares").findValuesAsText("addresses")).containsExactly("3", "99", "51");
    assertThat(plan.path("resources").get(0).path("pods").asText()).isEqualTo("96");
  }

  @Test
  void planListsRulesWhenAsked() throws IOException {
    write(GOOD);

    Run run = Run.of(machine, "plan", "--file", file.toString(), "--rules");

    assertThat(run.out()).containsPattern("pods +egress +workers +all +all +pods-egress-workers");
  }

  @Test
  void planFindingsNameThePlaceInTheFile() throws IOException {
    write(GOOD.replace("ipCount: 16", "ipCuont: 16").replace("size: 3", "size: many"));

    Run run = Run.of(machine, "plan", "--stack", "dev");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains(file + ":14:7 podnet:pools[0].size")
        .contains(file + ":21:38 podnet:pools[0].profiles[1].ipCuont")
        .doesNotContain("\tat ");
  }

  @Test
  void aWrongCommandLineIsTwoLinesAndItsOwnExitCode() {
    Run run = Run.of(machine, "plan", "--stack", "a", "--file", "b");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(2);
    assertThat(Run.of(machine, "plan").exitCode()).isEqualTo(2);
    assertThat(Run.of(machine, "plans").err()).contains("Did you mean");
  }

  @Test
  void helpHidesWhatIsOnlyForPrograms() {
    assertThat(Run.of(machine, "--help").out())
        .contains("plan", "doctor", "Exit codes")
        .doesNotContain("check-file");
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static JsonNode json(Run run) throws IOException {
    return new ObjectMapper().readTree(run.out());
  }
}
