package dev.podnet.stack;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.deployment.Deployment;
import dev.podnet.components.net.Cidr;
import dev.podnet.components.plan.NetworkPlan;
import dev.podnet.components.plan.Plan;
import dev.podnet.components.resource.KubernetesPart;
import dev.podnet.components.resource.PodNetworkCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a stack tells people and other stacks. */
final class StackOutputs {
  /** Names a file that gets the kubeconfig; the local cloud sets it, people may. */
  private static final String KUBECONFIG_FILE = "PODNET_KUBECONFIG_FILE";

  private final Context context;
  private final Map<String, String> environment;

  StackOutputs(Context context, Map<String, String> environment) {
    this.context = context;
    this.environment = environment;
  }

  void export(Plan plan, PodNetworkCluster cluster) {
    access(cluster.clusterId(), cluster.kubeconfig());
    context.export("vcnId", cluster.vcnId());
    context.export("subnetIds", together(cluster.subnetIds()));
    context.export("groupIds", together(cluster.groupIds()));
    context.export("gatewayIds", together(cluster.gatewayIds()));
    context.export("layout", Output.of(layout(plan.network())));
    context.export("capacity", Output.of(CapacityOutputs.pools(plan.pools())));
    context.export("addresses", Output.of(CapacityOutputs.subnets(plan.addresses())));
    context.export("statements", cluster.statements());
  }

  void export(KubernetesPart part) {
    access(part.clusterId(), part.kubeconfig());
  }

  private void access(Output<String> clusterId, Output<String> kubeconfig) {
    context.export("clusterId", clusterId);
    context.export("kubeconfig", kubeconfig);
    String file = environment.get(KUBECONFIG_FILE);
    if (file != null) {
      context.export(
          "kubeconfigFile",
          kubeconfig.applyValue(text -> write(Path.of(file), text)).asPlaintext());
    }
  }

  /** What another stack that uses this network names. */
  private static Output<Map<String, String>> together(Map<String, Output<String>> ids) {
    List<String> names = List.copyOf(ids.keySet());
    return Output.all(List.copyOf(ids.values()))
        .applyValue(values -> {
          Map<String, String> all = new LinkedHashMap<>();
          names.forEach(name -> all.put(name, values.get(all.size())));
          return all;
        });
  }

  /** Blocks by subnet. */
  private static Map<String, List<String>> layout(NetworkPlan network) {
    return byName(
        network.subnets(),
        NetworkPlan.Subnet::name,
        s -> s.cidrs().stream().map(Cidr::toString).toList());
  }

  /** In the order of the list; the first where a name is taken twice. */
  static <T, V> Map<String, V> byName(
      List<T> items, Function<T, String> name, Function<T, V> value) {
    return items.stream().collect(Collectors.toMap(name, value, (a, b) -> a, LinkedHashMap::new));
  }

  private static String write(Path file, String kubeconfig) {
    if (Deployment.getInstance().isDryRun()) {
      return file.toString();
    }
    try {
      // Readable by its owner alone from the first byte: it opens the cluster.
      Path fresh =
          Files.createTempFile(
              file.toAbsolutePath().getParent(),
              "kubeconfig",
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, kubeconfig);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the kubeconfig to " + file, e);
    }
  }
}
