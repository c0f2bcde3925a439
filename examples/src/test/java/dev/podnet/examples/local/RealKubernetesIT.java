package dev.podnet.examples.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local stack with its cluster's objects on a real API server. */
class RealKubernetesIT {
  private static final String GUARD =
      "validatingadmissionpolicy.admissionregistration.k8s.io/npn-pod-deletion-deny-policy";

  @Test
  void aStackGoesUpStaysAndGoesDown(@TempDir Path folder) throws Exception {
    Path state = folder.resolve("state");
    try (LocalCloud cloud = LocalCloud.in(state)) {
      Outcome up =
          cloud.pulumi("--kubernetes", "real", "up", "--stack", "local", "--yes").succeeded();
      assertThat(up.output()).doesNotContain("stored, not enforced");
      assertThat(objects(state)).contains("daemonset.apps/podnet-cni", GUARD);

      cloud.control("stop").succeeded();
      cloud.pulumi("preview", "--stack", "local", "--expect-no-changes").succeeded();
      cloud.pulumi("refresh", "--stack", "local", "--yes", "--expect-no-changes").succeeded();

      cloud.pulumi("destroy", "--stack", "local", "--yes").succeeded();
      assertThat(objects(state)).doesNotContain("podnet-cni", GUARD);

      aGuardOfOraclesIsLeftAlone(cloud, state, folder);
      cloud.control("reset").succeeded();
      assertThat(state.resolve("real-kubernetes")).doesNotExist();
    }
  }

  /** On a cluster whose add-on brings the documented objects itself. */
  private static void aGuardOfOraclesIsLeftAlone(LocalCloud cloud, Path state, Path folder)
      throws Exception {
    Path hers = Files.writeString(folder.resolve("hers.yaml"), ORACLES);
    Path stack = StackFile.changed(folder, "guard: documented", "guard: beside");
    String[] options = {"--stack", "local", "--yes", "--config-file", stack.toString()};
    kubectl(state, "create", "-f", hers.toString());
    String before = kubectl(state, "get", "-f", hers.toString(), "-o", WRITTEN);

    cloud.pulumi(with("up", options)).succeeded();
    assertThat(objects(state)).contains(GUARD, "podnet-cni-deletion-guard");
    assertThat(kubectl(state, "get", "-f", hers.toString(), "-o", WRITTEN)).isEqualTo(before);

    cloud.pulumi(with("destroy", options)).succeeded();
    assertThat(objects(state)).contains(GUARD).doesNotContain("podnet-cni-deletion-guard");
    assertThat(kubectl(state, "get", "-f", hers.toString(), "-o", WRITTEN)).isEqualTo(before);
  }

  /** Everything that a writer can write, and whether anybody did. */
  private static final String WRITTEN =
      "jsonpath={.items[*]['metadata.uid','metadata.generation','metadata.labels','metadata.annotations','spec']}";

  private static final String ORACLES =
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicy
      metadata: {name: npn-pod-deletion-deny-policy, labels: {example.com/owner: oracle}}
      spec:
        matchConstraints:
          resourceRules:
          - {apiGroups: [""], apiVersions: [v1], operations: [DELETE], resources: [pods]}
        validations:
        - expression: "!oldObject.metadata.name.startsWith('vcn-native-ip-cni-')"
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicyBinding
      metadata: {name: npn-pod-deletion-deny-policy-binding, labels: {example.com/owner: oracle}}
      spec: {policyName: npn-pod-deletion-deny-policy, validationActions: [Deny]}
      """;

  private static String[] with(String command, String... options) {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(List.of(options));
    return words.toArray(String[]::new);
  }

  private static String objects(Path state) throws Exception {
    return kubectl(state, "get", "-A", "-o", "name", "daemonsets,validatingadmissionpolicies");
  }

  private static String kubectl(Path state, String... arguments) throws Exception {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("-c", "\"$(local-cloud/kubernetes/build)/kubectl\" \"$@\"", "kubectl"));
    words.addAll(List.of(arguments));
    return Checkout.run(
            Map.of("KUBECONFIG", state.resolve("real-kubernetes/kubeconfig/admin").toString()),
            "bash",
            words)
        .succeeded()
        .output();
  }
}
