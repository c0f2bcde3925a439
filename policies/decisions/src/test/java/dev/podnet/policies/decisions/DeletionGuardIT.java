package dev.podnet.policies.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.cluster.process.Outcome;
import dev.podnet.cluster.process.Waiting;
import dev.podnet.components.data.Manifests;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every row of the decision table, asked of a real API server with its real controllers. */
@Execution(ExecutionMode.CONCURRENT)
class DeletionGuardIT {
  /** Pod garbage collection waits 40 s for a node to come back, and looks every 20 s. */
  private static final Duration SETTLED = Duration.ofMinutes(2);

  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final List<Row> ROWS = Row.read("deletion-guard.yaml", "rows");
  private static final List<Row> SEQUENCE = Row.read("deletion-guard.yaml", "sequence");

  @Test
  void theGuardUnderTheDocumentedNamesDecidesAsTheTableSays() throws IOException {
    try (GuardedCluster cluster = GuardedCluster.start()) {
      cluster.apply(Manifests.deletionGuard());

      Verdicts verdicts = decide(cluster, false);

      assertThat(ROWS.size() + SEQUENCE.size()).isGreaterThanOrEqualTo(40);
      assertThat(verdicts.unexpected()).isEmpty();
    }
  }

  @Test
  void theGuardBesideOraclesDecidesAsTheTableSaysAndLeavesHersAlone() throws IOException {
    try (GuardedCluster cluster = GuardedCluster.start()) {
      cluster.apply(Row.resource("oracles-guard.yaml"));
      String hers = oraclesGuard(cluster);

      cluster.apply(Manifests.deletionGuardBesideOracles());
      cluster.delete(Manifests.deletionGuardBesideOracles());
      assertThat(hers).contains("vcn-native-ip-cni-").isEqualTo(oraclesGuard(cluster));

      cluster.apply(Manifests.deletionGuardBesideOracles());
      Verdicts verdicts = decide(cluster, true);

      assertThat(verdicts.unexpected()).isEmpty();
    }
  }

  private static String oraclesGuard(GuardedCluster cluster) {
    return cluster
        .kubectl()
        .get(
            "get",
            "validatingadmissionpolicy/npn-pod-deletion-deny-policy",
            "validatingadmissionpolicybinding/npn-pod-deletion-deny-policy-binding",
            "-o",
            "jsonpath={.items[*]['metadata.uid','metadata.generation','metadata.labels','spec']}");
  }

  private static Verdicts decide(GuardedCluster cluster, boolean beside) {
    var verdicts = new Verdicts();
    List<String> nodes =
        Stream.concat(
                ROWS.stream().map(row -> "n" + row.number()),
                SEQUENCE.stream().map(row -> "s" + row.number()))
            .toList();
    Map<String, CniPods.Pod> pods = cluster.startNodes(nodes);
    cluster.awaitEnforcement(pod(pods, "n1"));
    assertThat(typeWarnings(cluster)).isEmpty();
    for (Row row : ROWS) {
      verdicts.add(run(cluster, row, pod(pods, "n" + row.number()), beside));
    }
    Waiting.until(SETTLED, PAUSE, () -> settled(cluster, verdicts.lines()));
    for (Row row : SEQUENCE) {
      Verdicts.Line line = run(cluster, row, pod(pods, "s" + row.number()), beside);
      Waiting.until(SETTLED, PAUSE, () -> settled(cluster, List.of(line)));
      verdicts.add(line);
    }
    System.out.println(verdicts.table());
    return verdicts;
  }

  private static Verdicts.Line run(
      GuardedCluster cluster, Row row, CniPods.Pod pod, boolean beside) {
    Outcome prepared = cluster.shell("set -e\n" + row.text("before"), "", pod);
    Outcome outcome = prepared.ok() ? cluster.shell(row.text("do"), row.text("as"), pod) : prepared;
    return new Verdicts.Line(row, outcome, pod, beside);
  }

  private static boolean settled(GuardedCluster cluster, List<Verdicts.Line> lines) {
    CniPods now = CniPods.now(cluster.kubectl());
    // All of them, so that the table tells of each.
    return lines.stream().map(line -> line.settled(now)).reduce(true, Boolean::logicalAnd);
  }

  /** What the API server found wrong with the types in the policies' expressions. */
  private static String typeWarnings(GuardedCluster cluster) {
    return cluster
        .kubectl()
        .get(
            "get",
            "validatingadmissionpolicies",
            "-o",
            "jsonpath={.items[*].status.typeChecking.expressionWarnings}");
  }

  private static CniPods.Pod pod(Map<String, CniPods.Pod> pods, String node) {
    return Objects.requireNonNull(pods.get(node), node);
  }
}
