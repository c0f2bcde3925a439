package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.podnet.components.config.PoolConfig.Kind;
import dev.podnet.components.config.StackConfig.Part;
import dev.podnet.components.naming.Names;
import dev.podnet.components.plan.Plan;
import dev.podnet.components.plan.PoolPlan;
import dev.podnet.components.plan.VirtualPoolPlan;
import java.util.List;
import java.util.Map;

/** A cluster with VCN-native pod networking and all it needs, from one plan. */
public final class PodNetworkCluster extends ComponentResource {
  private final Network network;
  private final Cluster cluster;
  private final AccessPolicies access;
  private final SecurityRules rules;

  public PodNetworkCluster(String name, Plan plan, Notes notes, ComponentResourceOptions options) {
    super("podnet:index:PodNetworkCluster", name, options);
    ComponentResourceOptions child = Children.component(this);
    this.network = new Network(name, plan.network(), plan.rules(), plan.tags(), notes, child);
    this.rules =
        new SecurityRules(name, plan.network(), plan.rules(), network.vcnId(), plan.tags(), child);
    NetworkIds ids = NetworkIds.of(network, rules);
    this.cluster =
        new Cluster(name, plan.compartment(), plan.cluster(), ids, plan.tags(), notes, child);
    this.access = new AccessPolicies(name, plan.access(), cluster.clusterId(), plan.tags(), child);
    PoolSurroundings around =
        PoolSurroundings.of(
            plan, ids, cluster.ids(), access::settled, notes, Children.lookup(this));
    List<Resource> after = List.of(rules, access, cluster);
    for (PoolPlan pool : plan.pools()) {
      String poolName = Names.child(name, pool.name());
      if (pool.kind() == Kind.SELF_MANAGED) {
        new SelfManagedPool(poolName, pool, around, after, child);
      } else {
        new NodePool(poolName, pool, around, after, child);
      }
    }
    for (VirtualPoolPlan pool : plan.virtualPools()) {
      new VirtualPool(Names.child(name, pool.name()), pool, around, after, child);
    }
    plan.runtime()
        .filter(runtime -> plan.part() == Part.ALL)
        .ifPresent(runtime ->
            new PodNetworking(
                Names.child(name, "pod networking"), runtime, cluster.kubeconfig(), child));
    registerOutputs(Map.of("clusterId", cluster.clusterId()));
  }

  public Output<String> vcnId() {
    return network.vcnId();
  }

  public Output<String> clusterId() {
    return cluster.clusterId();
  }

  /** OCIDs of the subnets, by name. */
  public Map<String, Output<String>> subnetIds() {
    return network.subnetIds();
  }

  /** OCIDs of the gateways, by kind: internet, nat, service. */
  public Map<String, Output<String>> gatewayIds() {
    return network.gatewayIds();
  }

  /** OCIDs of the network security groups, by role. */
  public Map<String, Output<String>> groupIds() {
    return rules.groupIds();
  }

  /** A kubeconfig for the cluster; secret. */
  public Output<String> kubeconfig() {
    return cluster.kubeconfig();
  }

  /** IAM statements, as attached or for an administrator to attach. */
  public Output<List<String>> statements() {
    return access.statements();
  }
}
