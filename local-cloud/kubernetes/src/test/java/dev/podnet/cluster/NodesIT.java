package dev.podnet.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.cluster.node.Images;
import dev.podnet.cluster.node.Node;
import dev.podnet.cluster.node.NodeOptions;
import dev.podnet.cluster.process.Commands;
import dev.podnet.cluster.process.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Two real nodes on one machine. */
@TestInstance(Lifecycle.PER_CLASS)
class NodesIT {
  private static final String[] MACHINE_SETTINGS = {
    "cat",
    "/proc/sys/vm/overcommit_memory",
    "/proc/sys/vm/panic_on_oom",
    "/proc/sys/kernel/panic",
    "/proc/sys/kernel/panic_on_oops",
    "/proc/sys/kernel/keys/root_maxkeys",
    "/proc/sys/kernel/keys/root_maxbytes",
    "/proc/sys/net/netfilter/nf_conntrack_max"
  };

  private String settings = "";
  private Cluster cluster;
  private Node one;
  private Node two;

  @BeforeAll
  void start() {
    settings = Commands.run(MACHINE_SETTINGS).orThrow();
    cluster = Cluster.start(ClusterOptions.withNodes());
    one =
        cluster.startNode(
            NodeOptions.named("one")
                .withLabels(Map.of("example.com/rack", "r1"))
                .withTaints("example.com/reserved=yes:NoSchedule"));
    two = cluster.startNode(NodeOptions.named("two").withMaxPods(17));
    kubectl("wait", "--for=create", "node/one", "node/two", "--timeout=60s");
    kubectl("wait", "--for=condition=Ready", "node/one", "node/two", "--timeout=60s");
    for (Node node : new Node[] {one, two}) {
      cluster.kubectl().apply(pod(node.name()));
    }
    kubectl("wait", "--for=condition=Ready", "pod/one", "pod/two", "--timeout=60s");
  }

  @AfterAll
  void stop() {
    cluster.close();
    assertThat(Commands.run("ip", "netns", "list").orThrow()).doesNotContain(one.namespace());
  }

  @Test
  void podsReachEachOtherAcrossNodes() {
    assertThat(
            kubectl(
                "exec", "one", "--", "/bin/busybox", "ping", "-c", "1", "-W", "5", address("two")))
        .contains("1 packets received");
  }

  @Test
  void servicesAreReached() {
    assertThat(
            cluster
                .kubectl()
                .run(
                    "exec",
                    "one",
                    "--",
                    "/bin/busybox",
                    "nc",
                    "-w",
                    "5",
                    "10.96.0.1",
                    "443",
                    "-e",
                    "/bin/busybox",
                    "true")
                .ok())
        .isTrue();
  }

  @Test
  void nodesRegisterAsTheyWereAsked() {
    assertThat(
            kubectl(
                "get",
                "node",
                "one",
                "-o",
                "jsonpath={.metadata.labels.example\\.com/rack} {.spec.taints[0]}"))
        .isEqualTo(
            "r1 {\"effect\":\"NoSchedule\",\"key\":\"example.com/reserved\",\"value\":\"yes\"}");
    assertThat(kubectl("get", "node", "two", "-o", "jsonpath={.status.allocatable.pods}"))
        .isEqualTo("17");
  }

  @Test
  void eachHasItsOwnFilesAndHostName() {
    one.exec("sh", "-c", "hostname > /etc/cni/of-one").orThrow();

    assertThat(one.root().resolve("etc/cni/of-one")).hasContent("one\n");
    assertThat(two.root().resolve("etc/cni/of-one")).doesNotExist();
    assertThat(Path.of("/etc/cni/of-one")).doesNotExist();
  }

  @Test
  void podsOutliveTheirKubelet() {
    String before =
        kubectl("get", "pod", "two", "-o", "jsonpath={.status.containerStatuses[0].containerID}");

    two.restartKubelet();

    String[] ask = {"exec", "two", "--", "/bin/busybox", "hostname"};
    assertThat(Waiting.until(Duration.ofMinutes(1), () -> cluster.kubectl().run(ask).ok()))
        .isTrue();
    assertThat(
            kubectl(
                "get", "pod", "two", "-o", "jsonpath={.status.containerStatuses[0].containerID}"))
        .isEqualTo(before);
  }

  @Test
  void theMachineKeepsItsSettings() {
    assertThat(Commands.run(MACHINE_SETTINGS).orThrow()).isEqualTo(settings);
  }

  private String address(String pod) {
    return kubectl("get", "pod", pod, "-o", "jsonpath={.status.podIP}");
  }

  private String kubectl(String... arguments) {
    return cluster.kubectl().get(arguments);
  }

  private static String pod(String node) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: %1$s, namespace: default}
    spec:
      nodeName: %1$s
      tolerations: [{operator: Exists}]
      terminationGracePeriodSeconds: 0
      containers:
      - {name: c, image: "%2$s", imagePullPolicy: Never, command: [/bin/busybox, sleep, "3600"]}
    """
        .formatted(node, Images.BUSYBOX);
  }
}
