package dev.podnet.localcloud;

import static dev.podnet.localcloud.Workspace.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.localcloud.Workspace.Outcome;
import dev.podnet.localcloud.Workspace.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PulumiLocalIT {
  @TempDir Path folder;

  private Workspace workspace;

  @BeforeEach
  void start() throws IOException {
    workspace = new Workspace(folder);
  }

  @AfterEach
  void stop() {
    workspace.close();
  }

  @Test
  void aProgramIsDeployedChangedAndDestroyedAndTheProjectStaysAsItWas() throws IOException {
    Map<String, String> before = workspace.files();

    var _ = workspace.pulumi("up", "--yes").succeeds();
    var _ = workspace.pulumi("preview", "--expect-no-changes").succeeds();
    var _ = workspace.pulumi("refresh", "--yes", "--expect-no-changes").succeeds();

    assertThat(workspace.files()).isEqualTo(before);
    workspace.settings(Map.of("name", "renamed", "cidr", "10.0.0.0/16"));
    Outcome changed = workspace.pulumi("up", "--yes").succeeds();
    assertThat(changed.output()).contains("~displayName").contains("~ 1 updated");
    var _ = workspace.pulumi("destroy", "--yes").succeeds();
    assertThat(workspace.resources()).isEmpty();
  }

  @Test
  void aStackOfAnotherNameIsMadeWithoutBeingSelected() throws IOException {
    Files.copy(
        workspace.project().resolve("stacks/Pulumi.local.yaml"),
        workspace.project().resolve("stacks/Pulumi.other.yaml"));

    var _ = workspace.pulumi("preview", "--stack", "other").succeeds();

    assertThat(workspace.pulumi("stack", "ls").output()).contains("other").doesNotContain("*");
  }

  @Test
  void aKilledCloudIsStartedAgainAndKnowsItsResources() throws IOException {
    var _ = workspace.pulumi("up", "--yes", "--skip-preview").succeeds();
    long killed = workspace.ready("pid");

    kill(killed);
    var _ = workspace.pulumi("refresh", "--yes", "--expect-no-changes").succeeds();

    assertThat(workspace.ready("pid")).isNotEqualTo(killed);
  }

  @Test
  void aKilledUpdateDoesNotStandInTheWayOfTheNext() {
    Running update = workspace.start("pulumilocal", "up", "--yes", "--skip-preview");
    await("a lock of the update", () -> !workspace.lockHolders().isEmpty());
    kill(workspace.lockHolders().getFirst());
    var _ = workspace.join(update).fails();

    Outcome next = workspace.pulumi("up", "--yes", "--skip-preview").succeeds();

    assertThat(next.output()).contains("was killed: releasing its lock");
  }

  @Test
  void twoCommandsAtOnceStartOneCloud() throws IOException {
    Running one = workspace.start("cloud", "start");
    Running two = workspace.start("cloud", "start");

    var _ = workspace.join(one).succeeds();
    long pid = workspace.ready("pid");
    var _ = workspace.join(two).succeeds();

    assertThat(workspace.ready("pid")).isEqualTo(pid);
  }

  @Test
  void aSnapshotBringsResourcesAndStacksBack() throws IOException {
    String file = folder.resolve("snapshot.json").toString();
    var _ = workspace.pulumi("up", "--yes", "--skip-preview").succeeds();
    long api = workspace.ready("api");
    var _ = workspace.cloud("snapshot", file).succeeds();
    assertThat(workspace.ready("api")).isEqualTo(api);
    var _ = workspace.cloud("reset").succeeds();

    var _ = workspace.cloud("restore", file).succeeds();

    var _ = workspace.pulumi("preview", "--expect-no-changes").succeeds();
    var _ = workspace.pulumi("destroy", "--yes", "--skip-preview").succeeds();
    Outcome refused = workspace.cloud("restore", file).fails();
    assertThat(refused.output()).contains("was not restored: the state in");
  }

  @Test
  void aMissingJarIsOneSentence() throws IOException {
    Files.delete(workspace.project().resolve("program.jar"));

    Outcome outcome = workspace.pulumi("preview").fails();

    assertThat(outcome.output())
        .contains("program.jar is not there: build it with")
        .doesNotContain("Exception");
  }

  private static void kill(long pid) {
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    assertThat(process.destroyForcibly()).isTrue();
    process.onExit().join();
  }
}
