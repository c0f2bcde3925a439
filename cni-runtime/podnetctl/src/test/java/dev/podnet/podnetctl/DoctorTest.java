package dev.podnet.podnetctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest {
  private static final Map<String, String> TOOLS =
      Map.of(
          "java", "openjdk version \"25\" 2025-09-16",
          "mvn", "\u001B[1mApache Maven 3.8.7\u001B[m",
          "pulumi", "v3.259.0");

  @TempDir Path root;

  @Test
  void aMachineWithAllToolsIsFine() {
    Run run = Run.of(FakeMachine.bare(root).with(TOOLS), "doctor");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Maven 3.8", "Pulumi 3.259", "is not there yet");
  }

  @Test
  void aBareMachineIsToldWhatToInstall() {
    Run run = Run.of(FakeMachine.bare(root), "doctor");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("Put a JDK 17 or newer", "Install Maven", "Install Pulumi 3.200 or newer, or Go");
  }

  @ParameterizedTest
  @CsvSource({"v3.199.0, warn", "v3.200.0, ok", "v4.0.0, ok"})
  void anOldPulumiIsBuiltAnewWhereThereIsGo(String version, String level) {
    Map<String, String> tools =
        Map.of("java", "17", "mvn", "3.9.9", "pulumi", version, "go", "go1.26.8");

    Run run = Run.of(FakeMachine.bare(root).with(tools), "doctor");

    assertThat(run.out()).containsPattern("(?m)^" + level + " +pulumi");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aDaemonThatAnswersOnEveryPortIsFine() throws IOException {
    ready("{\"pid\": 7, \"api\": 1, \"oci\": 2, \"kubernetes\": 3, \"java\": 4}");

    Run all = Run.of(machine().running(7, Set.of(1, 2, 3, 4)), "doctor");
    Run some = Run.of(machine().running(7, Set.of(1, 2, 4)), "doctor");
    Run gone = Run.of(machine().running(8, Set.of()), "doctor");

    assertThat(all.exitCode()).isZero();
    assertThat(some.exitCode()).isEqualTo(1);
    assertThat(some.out()).contains("Port 3 of process 7 does not answer.");
    assertThat(gone.out()).contains("Process 7 of").contains("is gone.");
  }

  @Test
  void anUnreadableReadyFileIsAWarning() throws IOException {
    ready("{");

    assertThat(Run.of(machine(), "doctor").out()).contains("cannot be read as JSON");
  }

  @Test
  void aStateDirectoryThatIsAFileIsRefused() throws IOException {
    Path state = Files.createFile(root.resolve("state"));
    FakeMachine machine =
        new FakeMachine(root, Map.of("PODNET_STATE", state.toString()), TOOLS, Set.of(), Set.of());

    assertThat(Run.of(machine, "doctor").exitCode()).isEqualTo(1);
  }

  private FakeMachine machine() {
    return FakeMachine.bare(root).with(TOOLS);
  }

  private void ready(String json) throws IOException {
    Path state = Files.createDirectories(root.resolve("local-cloud/.state"));
    Files.writeString(state.resolve("ready.json"), json);
  }
}
