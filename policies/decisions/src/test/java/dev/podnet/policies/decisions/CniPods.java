package dev.podnet.policies.decisions;

import static java.util.stream.Collectors.toMap;

import dev.podnet.cluster.Kubectl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The CNI pods of podnet's DaemonSet, by node, at one moment. */
record CniPods(List<Pod> all) {
  /**
   * A pod.
   *
   * @param guarded whether it has both labels
   */
  record Pod(String node, String name, String uid, boolean running, boolean guarded) {}

  private static final String COLUMNS =
      "jsonpath={range .items[?(@.spec.nodeName)]}{.spec.nodeName} {.metadata.name} {.metadata.uid}"
          + " {.status.phase}{.metadata.deletionTimestamp} l={.metadata.labels.app}/"
          + "{.metadata.labels.podnet\\.dev/component}{\"\\n\"}{end}";

  static CniPods now(Kubectl kubectl) {
    List<Pod> pods = new ArrayList<>();
    for (String line :
        kubectl.get("get", "pods", "-n", "kube-system", "-o", COLUMNS).lines().toList()) {
      String[] words = line.split(" ", -1);
      if (words.length == 5 && words[1].startsWith("podnet-cni-")) {
        pods.add(
            new Pod(
                words[0],
                words[1],
                words[2],
                words[3].equals("Running"),
                words[4].equals("l=vcn-native-ip-cni/cni")));
      }
    }
    return new CniPods(pods);
  }

  /** Names by node, of those that run. */
  Map<String, Pod> running() {
    return all.stream().filter(Pod::running).collect(toMap(Pod::node, pod -> pod, (a, b) -> a));
  }

  /** What has become of a pod since. */
  String fateOf(Pod before) {
    boolean same = all.stream().anyMatch(pod -> pod.uid().equals(before.uid()) && pod.guarded());
    if (same) {
      return "stays";
    }
    boolean another =
        all.stream()
            .anyMatch(pod ->
                pod.node().equals(before.node())
                    && !pod.uid().equals(before.uid())
                    && pod.running());
    boolean unlabelled = all.stream().anyMatch(pod -> pod.uid().equals(before.uid()));
    return another ? "replaced" : unlabelled ? "unlabelled" : "gone";
  }
}
