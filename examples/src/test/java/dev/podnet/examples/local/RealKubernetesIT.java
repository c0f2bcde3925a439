package dev.podnet.examples.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
      cloud.control("reset").succeeded();
      assertThat(state.resolve("real-kubernetes")).doesNotExist();
    }
  }

  private static String objects(Path state) throws Exception {
    return Checkout.run(
            Map.of("KUBECONFIG", state.resolve("real-kubernetes/kubeconfig/admin").toString()),
            "bash",
            List.of(
                "-c",
                "\"$(local-cloud/kubernetes/build)/kubectl\" get -A -o name"
                    + " daemonsets,validatingadmissionpolicies"))
        .succeeded()
        .output();
  }
}
