package dev.podnet.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podnet.cluster.control.Programs;
import dev.podnet.cluster.process.ClusterException;
import dev.podnet.cluster.process.Commands;
import dev.podnet.cluster.process.Outcome;
import dev.podnet.cluster.process.ProcessIdentity;
import dev.podnet.cluster.process.Processes;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Control planes that come, stand beside each other, and go. */
class ClusterIT {

  @Test
  void severalRunAtOnceAndKnowNothingOfEachOther() {
    try (Cluster first = Cluster.start(ClusterOptions.onLoopback());
        Cluster second = Cluster.start(ClusterOptions.onLoopback())) {
      first.kubectl().get("create", "namespace", "first");

      assertThat(second.kubectl().run("get", "namespace", "first").error()).contains("NotFound");
      assertThat(second.kubectl(first.kubeconfig()).get("get", "namespace", "first", "-o", "name"))
          .isEqualTo("namespace/first");
    }
  }

  @Test
  void usersMayWhatTheirRolesSay() {
    try (Cluster cluster = Cluster.start(ClusterOptions.onLoopback())) {
      cluster
          .kubectl()
          .get("create", "clusterrolebinding", "ops", "--clusterrole=view", "--group=ops");
      Kubectl alice = cluster.kubectl(cluster.kubeconfig("alice", "ops"));

      assertThat(alice.run("get", "pods", "-A").ok()).isTrue();
      Outcome refused = alice.run("get", "secrets", "-A");
      assertThat(refused.error()).contains("User \"alice\" cannot list resource \"secrets\"");
    }
  }

  @Test
  void closingEndsAllProcessesAndRemovesTheFolder() {
    Cluster cluster = Cluster.start(ClusterOptions.onLoopback());
    List<ProcessIdentity> programs = new Processes(cluster.folder()).recorded();
    assertThat(programs).hasSize(4).allMatch(ProcessIdentity::alive);

    cluster.close();

    assertThat(programs).noneMatch(ProcessIdentity::alive);
    assertThat(cluster.folder()).doesNotExist();
  }

  @Test
  void fakeKubeletsRunPods() {
    try (Cluster cluster = Cluster.start(ClusterOptions.onLoopback().withFakeKubelets())) {
      Kubectl kubectl = cluster.kubectl();
      kubectl.apply(
          """
          apiVersion: v1
          kind: Node
          metadata: {name: fake, annotations: {kwok.x-k8s.io/node: fake}}
          ---
          apiVersion: v1
          kind: Pod
          metadata: {name: pod, namespace: default}
          spec: {containers: [{name: c, image: none}]}
          """);

      assertThat(kubectl.get("wait", "--for=condition=Ready", "pod/pod", "--timeout=60s"))
          .contains("condition met");
    }
  }

  @Test
  void whatAKilledStarterLeftTheNextStartClearsAway() throws Exception {
    Process starter =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledStarter.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Path folder;
    try (var output = new BufferedReader(new InputStreamReader(starter.getInputStream(), UTF_8))) {
      folder = Path.of(output.readLine());
    } finally {
      starter.destroyForcibly().waitFor();
    }
    List<ProcessIdentity> left = new Processes(folder).recorded();
    assertThat(left).hasSizeGreaterThan(7).anyMatch(ProcessIdentity::alive);
    String id = ClusterFolder.kept(folder).id();
    assertThat(namespaces()).contains(id);

    try (Cluster next = Cluster.start(ClusterOptions.onLoopback())) {
      assertThat(next.folder()).isNotEqualTo(folder);
      assertThat(left).noneMatch(ProcessIdentity::alive);
      assertThat(folder).doesNotExist();
      assertThat(namespaces()).doesNotContain(id);
      assertThat(Commands.run("ls", "/sys/fs/cgroup/memory").output()).doesNotContain(id);
    }
  }

  @Test
  void oneThatIsKeptGoesOnWithItsData(@TempDir Path temporary) {
    var cluster = new KeptCluster(temporary.resolve("cluster"));
    try {
      cluster.start(0, false);
      Kubectl kubectl = kubectlOf(cluster);
      kubectl.get("create", "namespace", "stays");
      String uid = kubectl.get("get", "namespace", "stays", "-o", "jsonpath={.metadata.uid}");

      cluster.stop(true);
      assertThat(cluster.running()).isFalse();
      cluster.start(0, false);

      assertThat(cluster.running()).isTrue();
      assertThat(kubectl.get("get", "namespace", "stays", "-o", "jsonpath={.metadata.uid}"))
          .isEqualTo(uid);
    } finally {
      cluster.stop(false);
    }
    assertThat(Files.exists(cluster.folder())).isFalse();
  }

  @Test
  void oneThatIsKeptDoesNotMoveToAnotherAddress(@TempDir Path temporary) {
    var cluster = new KeptCluster(temporary.resolve("cluster"));
    try {
      cluster.start(0, false);

      assertThatThrownBy(() -> cluster.start(1, false))
          .isInstanceOf(ClusterException.class)
          .hasMessageContaining("with and without nodes are two clusters");
    } finally {
      cluster.stop(false);
    }
  }

  private static Kubectl kubectlOf(KeptCluster cluster) {
    return new Kubectl(Programs.find().path("kubectl"), "", cluster.kubeconfig());
  }

  private static String namespaces() {
    return Commands.run("ip", "netns", "list").orThrow();
  }
}
