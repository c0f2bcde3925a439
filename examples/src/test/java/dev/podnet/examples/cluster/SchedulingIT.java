package dev.podnet.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.cluster.Cluster;
import dev.podnet.cluster.ClusterOptions;
import dev.podnet.cluster.process.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Where the real scheduler puts pods that ask for Application Resources, on fake nodes that offer
 * them as OKE's do: an extended resource for each profile, as many as it has addresses, and a taint
 * on nodes on which every profile has one.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SchedulingIT {
  private static final String RESOURCE = "oke-application-resource.oci.oraclecloud.com/";
  private static final String TAINT = "oci.oraclecloud.com/application-resource-only";
  private static final Duration DEADLINE = Duration.ofMinutes(1);

  private Cluster cluster;
  private String example = "";

  @BeforeAll
  void start() throws IOException {
    example = Files.readString(Path.of("application-resources/pod.yaml"));
    cluster = Cluster.start(ClusterOptions.onLoopback().withFakeKubelets());
    node("system", Map.of(), false);
    node("apps-1", Map.of("frontend", 2, "backend", 1), true);
    node("apps-2", Map.of("frontend", 2, "backend", 1), true);
    // One of its profiles has no Application Resource: such a node is not tainted.
    node("mixed", Map.of("reports", 1), false);
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  @Test
  void asManyPodsRunAsTheProfileHasAddresses() {
    for (int i = 1; i <= 5; i++) {
      create(example.replace("name: frontend", "name: web-" + i));
    }

    List<String> running = new ArrayList<>();
    assertThat(
            Waiting.until(
                DEADLINE,
                () -> {
                  running.clear();
                  running.addAll(running("web-"));
                  return running.size() == 4;
                }))
        .as("four of %s run", running)
        .isTrue();
    String waiting =
        names("web-").stream().filter(pod -> !running.contains(pod)).findFirst().orElseThrow();
    assertThat(whyPending(waiting)).contains("Insufficient " + RESOURCE + "frontend");

    cluster.kubectl().get("delete", "pod", running.get(0));

    assertThat(nodeOf(waiting)).startsWith("apps-");
  }

  @Test
  void aPodThatAsksForNoneIsKeptAwayFromNodesThatOfferNothingElse() {
    for (int i = 1; i <= 3; i++) {
      create(pod("plain-" + i, "", false));
      assertThat(nodeOf("plain-" + i)).isIn("system", "mixed");
    }
  }

  @Test
  void aRequestWithoutTolerationWaitsAndTheReasonIsSaid() {
    create(pod("no-toleration", "backend", false));

    assertThat(whyPending("no-toleration"))
        .contains("untolerated taint(s)", "Insufficient " + RESOURCE + "backend");
  }

  @Test
  void aNameInAnotherCaseIsAnotherResource() {
    create(pod("wrong-case", "Backend", true));

    assertThat(whyPending("wrong-case")).contains("Insufficient " + RESOURCE + "Backend");
  }

  @Test
  void aMixedNodeTakesBothKinds() {
    create(pod("report", "reports", false));

    assertThat(nodeOf("report")).isEqualTo("mixed");
  }

  private void node(String name, Map<String, Integer> resources, boolean tainted) {
    StringBuilder offered = new StringBuilder();
    resources.forEach((resource, count) ->
        offered.append(", \"%s%s\": \"%d\"".formatted(RESOURCE, resource, count)));
    create(
        """
        apiVersion: v1
        kind: Node
        metadata: {name: %s, annotations: {kwok.x-k8s.io/node: fake}}
        spec: {taints: [%s]}
        status:
          capacity: &size {cpu: "8", memory: 32Gi, ephemeral-storage: 10Gi, pods: "110"%s}
          allocatable: *size
        """
            .formatted(name, tainted ? "{key: " + TAINT + ", effect: NoSchedule}" : "", offered));
    cluster.kubectl().get("wait", "--for=condition=Ready", "node/" + name, "--timeout=60s");
  }

  private static String pod(String name, String resource, boolean tolerating) {
    String asked = resource.isEmpty() ? "" : "{\"" + RESOURCE + resource + "\": \"1\"}";
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: %s}
    spec:
      tolerations: [%s]
      containers:
      - {name: c, image: none, resources: {requests: %s, limits: %s}}
    """
        .formatted(
            name,
            tolerating ? "{key: " + TAINT + ", operator: Exists, effect: NoSchedule}" : "",
            asked.isEmpty() ? "{}" : asked,
            asked.isEmpty() ? "{}" : asked);
  }

  private void create(String manifest) {
    // Not applied: an applied Node has no status.
    cluster.kubectl().run(List.of("create", "-f", "-"), manifest).orThrow();
  }

  private List<String> names(String start) {
    return cluster
        .kubectl()
        .get("get", "pods", "-o", "jsonpath={range .items[*]}{.metadata.name}{\"\\n\"}{end}")
        .lines()
        .filter(name -> name.startsWith(start))
        .toList();
  }

  private List<String> running(String start) {
    String running =
        cluster
            .kubectl()
            .get(
                "get",
                "pods",
                "--field-selector=status.phase=Running",
                "-o",
                "jsonpath={range .items[*]}{.metadata.name}{\"\\n\"}{end}");
    return running.lines().filter(name -> name.startsWith(start)).toList();
  }

  private String nodeOf(String pod) {
    cluster.kubectl().get("wait", "--for=condition=Ready", "pod/" + pod, "--timeout=60s");
    return cluster.kubectl().get("get", "pod", pod, "-o", "jsonpath={.spec.nodeName}");
  }

  private String whyPending(String pod) {
    cluster
        .kubectl()
        .get(
            "wait",
            "--for=jsonpath={.status.conditions[0].reason}=Unschedulable",
            "pod/" + pod,
            "--timeout=60s");
    return cluster
        .kubectl()
        .get("get", "pod", pod, "-o", "jsonpath={.status.conditions[0].message}");
  }
}
