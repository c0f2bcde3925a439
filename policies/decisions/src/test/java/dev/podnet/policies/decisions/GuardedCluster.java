package dev.podnet.policies.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podnet.cluster.Cluster;
import dev.podnet.cluster.ClusterOptions;
import dev.podnet.cluster.Kubectl;
import dev.podnet.cluster.control.Programs;
import dev.podnet.cluster.process.Commands;
import dev.podnet.cluster.process.Outcome;
import dev.podnet.cluster.process.Waiting;
import dev.podnet.components.data.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A cluster with podnet's CNI pods on fake nodes and the guard that the stack deploys, and shells
 * in which {@code kubectl} is somebody.
 */
final class GuardedCluster implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofMinutes(1);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Cluster cluster;
  private final Path work;

  private GuardedCluster(Cluster cluster, Path work) {
    this.cluster = cluster;
    this.work = work;
  }

  static GuardedCluster start() throws IOException {
    Cluster cluster = Cluster.start(ClusterOptions.onLoopback().withFakeKubelets());
    Path work = Files.createDirectories(cluster.folder().resolve("work"));
    Path program = work.resolve("kubectl");
    Files.writeString(
        program,
        "#!/bin/sh\nexec %s --kubeconfig=%s $AS \"$@\"\n"
            .formatted(Programs.find().path("kubectl"), cluster.kubeconfig()));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    var guarded = new GuardedCluster(cluster, work);
    guarded
        .kubectl()
        .get("create", "clusterrolebinding", "ops", "--clusterrole=cluster-admin", "--group=ops");
    Manifests.CniRuntime runtime = Manifests.runtime("podnet.local/none:1");
    String objects =
        list(Stream.concat(runtime.rights().stream(), runtime.workloads().stream()).toList());
    Files.writeString(work.resolve("runtime.json"), objects);
    guarded.kubectl().apply(objects);
    return guarded;
  }

  Kubectl kubectl() {
    return cluster.kubectl();
  }

  /** Applies objects as the stack would. */
  void apply(List<Map<String, Object>> objects) {
    kubectl().apply(list(objects));
  }

  void apply(String manifest) {
    kubectl().apply(manifest);
  }

  void delete(List<Map<String, Object>> objects) {
    kubectl().run(List.of("delete", "-f", "-"), list(objects)).orThrow();
  }

  /** Adds nodes that wait for a CNI, and returns the pods that came to run there. */
  Map<String, CniPods.Pod> startNodes(List<String> names) {
    StringBuilder nodes = new StringBuilder();
    names.forEach(name -> nodes.append(node(name)));
    // Server-side apply would leave the status out.
    kubectl().run(List.of("create", "-f", "-"), nodes.toString()).orThrow();
    boolean ran =
        Waiting.until(DEADLINE, () -> CniPods.now(kubectl()).running().keySet().containsAll(names));
    assertThat(ran).as("CNI pods run on all nodes").isTrue();
    return CniPods.now(kubectl()).running();
  }

  /**
   * Runs a script.
   *
   * @param as user and groups; empty: an administrator
   */
  Outcome shell(String script, String as, CniPods.Pod pod) {
    String[] words = as.replace("$NODE", pod.node()).strip().split(" +", -1);
    StringBuilder impersonation = new StringBuilder();
    if (!as.isBlank()) {
      impersonation.append("--as=").append(words[0]);
      for (int i = 1; i < words.length; i++) {
        impersonation.append(" --as-group=").append(words[i]);
      }
    }
    return Commands.run(
        List.of(
            "env",
            "-C",
            work.toString(),
            "PATH=" + work + ":" + System.getenv("PATH"),
            "AS=" + impersonation,
            "POD=" + pod.name(),
            "NODE=" + pod.node(),
            // A verdict that leaves a pod terminating for ever makes kubectl wait for ever.
            "timeout",
            "60",
            "sh",
            "-c",
            script),
        "");
  }

  /** Waits until requests that the guard must deny are denied: it takes the API server a second. */
  void awaitEnforcement(CniPods.Pod pod) {
    for (String probe :
        List.of(
            "kubectl delete pod -n kube-system $POD --dry-run=server",
            "kubectl label pod -n kube-system $POD app- --dry-run=server",
            "kubectl label node $NODE podnet.dev/cni- --dry-run=server",
            """
            echo '{"apiVersion":"policy/v1","kind":"Eviction","metadata":{"name":"'$POD'","namespace":"kube-system"},"deleteOptions":{"dryRun":["All"]}}' |
              kubectl create --raw /api/v1/namespaces/kube-system/pods/$POD/eviction -f -\
            """)) {
      boolean denied =
          Waiting.until(DEADLINE, () -> Decision.of(shell(probe, "", pod)) == Decision.DENIED);
      assertThat(denied).as("denied after a while: " + probe).isTrue();
    }
  }

  private static String node(String name) {
    return """
    ---
    apiVersion: v1
    kind: Node
    metadata:
      name: %1$s
      annotations: {kwok.x-k8s.io/node: fake}
      labels: {podnet.dev/cni: packaged, kubernetes.io/hostname: %1$s}
    status:
      capacity: &size {cpu: "2", memory: 8Gi, ephemeral-storage: 10Gi, pods: "20"}
      allocatable: *size
    """
        .formatted(name);
  }

  private static String list(List<Map<String, Object>> objects) {
    try {
      return JSON.writeValueAsString(Map.of("apiVersion", "v1", "kind", "List", "items", objects));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    cluster.close();
  }
}
