package dev.podnet.examples.reuse;

import com.pulumi.Context;
import com.pulumi.core.Alias;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.oci.Provider;
import com.pulumi.oci.ProviderArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.StackReference;
import dev.podnet.components.plan.Plan;
import dev.podnet.components.resource.AccessPolicies;
import dev.podnet.components.resource.Cluster;
import dev.podnet.components.resource.ClusterIds;
import dev.podnet.components.resource.Network;
import dev.podnet.components.resource.NetworkIds;
import dev.podnet.components.resource.NodePool;
import dev.podnet.components.resource.Notes;
import dev.podnet.components.resource.PodNetworking;
import dev.podnet.components.resource.PoolSurroundings;
import dev.podnet.components.resource.SecurityRules;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One method a stack. Each has a provider of its own and hands it to its components. */
final class Stacks {
  private final Context context;
  private final Plan plan;
  private final Notes notes;
  private final Provider oci;

  Stacks(Context context, Plan plan, Notes notes) {
    this.context = context;
    this.plan = plan;
    this.notes = notes;
    this.oci =
        new Provider(
            "oci", ProviderArgs.builder().region(context.config().require("region")).build());
  }

  /**
   * Protected by {@code protect}; renamed by {@code name}, with the old one as {@code formerName}.
   */
  void network() {
    String name = context.config().get("name").orElse(plan.name());
    Network network =
        new Network(name, plan.network(), plan.rules(), plan.tags(), notes, networkOptions());
    SecurityRules rules =
        new SecurityRules(
            name, plan.network(), plan.rules(), network.vcnId(), plan.tags(), networkOptions());
    context.export("vcnId", network.vcnId());
    context.export("subnetIds", together(network.subnetIds()));
    context.export("groupIds", together(rules.groupIds()));
  }

  private ComponentResourceOptions networkOptions() {
    ComponentResourceOptions.Builder options = ComponentResourceOptions.builder().provider(oci);
    context.config().getBoolean("protect").ifPresent(options::protect);
    context
        .config()
        .get("formerName")
        .ifPresent(former -> options.aliases(Alias.builder().name(former).build()));
    return options.build();
  }

  void cluster() {
    ComponentResourceOptions options = ComponentResourceOptions.builder().provider(oci).build();
    NetworkIds network = toldNetwork();
    Cluster cluster =
        new Cluster(
            plan.name(), plan.compartment(), plan.cluster(), network, plan.tags(), notes, options);
    new AccessPolicies(plan.name(), plan.access(), cluster.ids().id(), plan.tags(), options);
    context.export("clusterId", cluster.ids().id());
    context.export("privateAddress", cluster.ids().privateAddress());
    context.export("authority", cluster.ids().authority());
    context.export("kubeconfig", cluster.kubeconfig());
  }

  void pools() {
    StackReference told = stack("cluster");
    ClusterIds cluster =
        new ClusterIds(
            text(told, "clusterId"), text(told, "privateAddress"), text(told, "authority"));
    PoolSurroundings around =
        PoolSurroundings.of(
            plan,
            toldNetwork(),
            cluster,
            Output::of, // the policies are another stack's, and older than this one
            notes,
            InvokeOptions.builder().provider(oci).build());
    ComponentResourceOptions options = ComponentResourceOptions.builder().provider(oci).build();
    plan.pools().forEach(pool -> new NodePool(pool.name(), pool, around, List.of(), options));
    plan.runtime()
        .ifPresent(runtime ->
            new PodNetworking(
                plan.name(), runtime, text(told, "kubeconfig"), ComponentResourceOptions.Empty));
  }

  private NetworkIds toldNetwork() {
    StackReference told = stack("network");
    return NetworkIds.told(
        plan.network(), text(told, "vcnId"), texts(told, "subnetIds"), texts(told, "groupIds"));
  }

  private StackReference stack(String stack) {
    return new StackReference(
        String.join("/", context.organizationName(), context.projectName(), stack));
  }

  private static Output<String> text(StackReference stack, String output) {
    return stack.requireOutput(output).applyValue(String::valueOf);
  }

  private static Output<Map<String, String>> texts(StackReference stack, String output) {
    return stack
        .requireOutput(output)
        .applyValue(told ->
            ((Map<?, ?>) told)
                .entrySet().stream()
                    .collect(
                        Collectors.toMap(
                            e -> String.valueOf(e.getKey()), e -> String.valueOf(e.getValue()))));
  }

  /** The map, once all of its values are known. */
  private static Output<Map<String, String>> together(Map<String, Output<String>> ids) {
    return Output.all(
            ids.entrySet().stream()
                .map(id -> id.getValue().applyValue(value -> Map.entry(id.getKey(), value)))
                .toList())
        .applyValue(
            all -> all.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
