package dev.podnet.components.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.oci.ContainerEngine.ContainerEngineFunctions;
import com.pulumi.oci.ContainerEngine.inputs.GetClusterKubeConfigArgs;
import dev.podnet.components.config.ApiConfig;
import dev.podnet.components.plan.ClusterPlan;

/** A kubeconfig as OKE writes it, with what the settings say otherwise about the way there. */
final class Kubeconfig {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private Kubeconfig() {}

  /** The kubeconfig of a cluster, not yet marked as the secret that it is. */
  static Output<String> of(Output<String> clusterId, ClusterPlan plan, InvokeOptions lookup) {
    return ContainerEngineFunctions.getClusterKubeConfig(
            GetClusterKubeConfigArgs.builder()
                .clusterId(clusterId)
                .endpoint(plan.callsPublicEndpoint() ? "PUBLIC_ENDPOINT" : "PRIVATE_ENDPOINT")
                .tokenVersion("2.0.0")
                .build(),
            lookup)
        .applyValue(result -> adjusted(result.content(), plan.api()));
  }

  /** Another proxy, another source of tokens; the text itself where neither is asked for. */
  static String adjusted(String text, ApiConfig api) {
    if (api.proxyUrl().isEmpty() && api.tokenFile().isEmpty() && api.tokenCommand().isEmpty()) {
      return text;
    }
    try {
      JsonNode tree = YAML.readTree(text);
      for (JsonNode cluster : tree.path("clusters")) {
        api.proxyUrl()
            .ifPresent(url -> ((ObjectNode) cluster.path("cluster")).put("proxy-url", url));
      }
      for (JsonNode user : tree.path("users")) {
        credentials((ObjectNode) user, api);
      }
      return YAML.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("OKE's kubeconfig is no YAML", e);
    }
  }

  private static void credentials(ObjectNode user, ApiConfig api) {
    if (!api.tokenCommand().isEmpty()) {
      ObjectNode exec = user.putObject("user").putObject("exec");
      exec.put("apiVersion", "client.authentication.k8s.io/v1beta1");
      exec.put("interactiveMode", "Never");
      exec.put("command", api.tokenCommand().get(0));
      api.tokenCommand().stream().skip(1).forEach(exec.putArray("args")::add);
    }
    api.tokenFile().ifPresent(file -> user.putObject("user").put("tokenFile", file));
  }
}
