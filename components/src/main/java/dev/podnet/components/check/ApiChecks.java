package dev.podnet.components.check;

import dev.podnet.components.config.ApiConfig;
import dev.podnet.components.config.ApiConfig.Endpoint;
import dev.podnet.components.config.ClusterConfig;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.SettingPath;
import dev.podnet.components.config.StackConfig;
import dev.podnet.components.config.StackConfig.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Clusters that exist, the way to their API, and stacks that are a part of the whole. */
final class ApiChecks {
  private static final SettingPath CLUSTER = SettingPath.of("cluster");
  private static final SettingPath API = CLUSTER.key("api");

  private ApiChecks() {}

  private static Stream<ApiConfig> api(Subject subject) {
    return subject.config().cluster().api().stream();
  }

  static Stream<Finding> proxy(Subject subject) {
    return api(subject)
        .flatMap(a -> a.proxyUrl().stream())
        .filter(url -> !url.matches("(https?|socks5)://[^/\\s]+/?"))
        .map(url ->
            Finding.error(
                "proxy-url",
                API.key("proxyUrl").toString(),
                "'" + url + "' is no proxy that a kubeconfig can name.",
                "Write it like socks5://localhost:1080; http and https do too.",
                Sources.KUBECONFIG));
  }

  static Stream<Finding> credentials(Subject subject) {
    return api(subject)
        .filter(a -> a.tokenFile().isPresent() && !a.tokenCommand().isEmpty())
        .map(a ->
            Finding.error(
                "two-credentials",
                API.key("tokenFile").toString(),
                "A token comes from a command or from a file.",
                "Keep the one or the other.",
                Sources.KUBECONFIG));
  }

  static Stream<Finding> endpoint(Subject subject) {
    return api(subject)
        .filter(a -> a.endpoint().filter(Endpoint.PUBLIC::equals).isPresent())
        .filter(a -> !subject.plan().cluster().publicEndpoint())
        .map(a ->
            Finding.error(
                "no-public-endpoint",
                API.key("endpoint").toString(),
                "The endpoint's subnet is private, so that the API has no public address.",
                "Make the subnet public, or set it to private with a proxyUrl to it.",
                Sources.ENDPOINT));
  }

  static Stream<Finding> existingInNewVcn(Subject subject) {
    StackConfig config = subject.config();
    return config.part() != Part.KUBERNETES
            && config.cluster().id().isPresent()
            && config.network().id().isEmpty()
        ? Stream.of(
            Finding.error(
                "existing-cluster-in-new-vcn",
                CLUSTER.key("id").toString(),
                "A cluster that exists cannot be in a VCN that is still to be made.",
                "Name its VCN in podnet:network.id, or remove it.",
                Sources.VCN))
        : Stream.empty();
  }

  /** They are set when a cluster is made, and this one is another's. */
  static Stream<Finding> settingsOfExisting(Subject subject) {
    ClusterConfig cluster = subject.config().cluster();
    List<String> set = new ArrayList<>();
    cluster.kmsKey().ifPresent(k -> set.add("kmsKey"));
    cluster.oidc().ifPresent(o -> set.add("oidc"));
    if (!cluster.imageSigningKeys().isEmpty()) {
      set.add("imageSigningKeys");
    }
    if (cluster.oidcDiscovery()) {
      set.add("oidcDiscovery");
    }
    return set.stream()
        .filter(key -> cluster.id().isPresent() && subject.config().part() != Part.KUBERNETES)
        .map(key ->
            Finding.error(
                "setting-of-existing-cluster",
                CLUSTER.key(key).toString(),
                "The cluster exists and is another's; the stack adds to it and changes nothing.",
                "Remove it.",
                ""));
  }

  static Stream<Finding> kubernetesPart(Subject subject) {
    StackConfig config = subject.config();
    if (config.part() != Part.KUBERNETES) {
      return Stream.empty();
    }
    return Stream.concat(
        config.cluster().id().isPresent()
            ? Stream.empty()
            : Stream.of(
                Finding.error(
                    "part-without-cluster",
                    CLUSTER.key("id").toString(),
                    "The Kubernetes part goes into a cluster that another stack made.",
                    "Write that stack's output clusterId.",
                    "")),
        config.runtime().isPresent()
            ? Stream.empty()
            : Stream.of(
                Finding.error(
                    "part-empty",
                    SettingPath.of("part").toString(),
                    "Without podnet:runtime there is nothing that runs in the cluster.",
                    "Set podnet:runtime, or the part to all.",
                    "")));
  }
}
