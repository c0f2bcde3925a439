package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.podnet.components.plan.PoolPlan;
import java.util.List;
import java.util.Map;

/** A managed node pool. */
public final class NodePool extends ComponentResource {
  private final com.pulumi.oci.ContainerEngine.NodePool pool;

  /**
   * Declares the pool.
   *
   * @param after what must be there first: rules, policies, the add-on's settings
   */
  public NodePool(
      String name,
      PoolPlan plan,
      PoolSurroundings around,
      List<Resource> after,
      ComponentResourceOptions options) {
    super("podnet:index:NodePool", name, options);
    this.pool =
        new com.pulumi.oci.ContainerEngine.NodePool(
            name, NodePoolArguments.of(name, plan, around), options(plan, after));
    registerOutputs(
        Map.of("poolId", ProfileChange.tell(name, pool, around.notes(), Children.lookup(this))));
  }

  public Output<String> poolId() {
    return pool.id();
  }

  private CustomResourceOptions options(PoolPlan plan, List<Resource> after) {
    CustomResourceOptions.Builder options =
        CustomResourceOptions.builder()
            .parent(this)
            .dependsOn(after)
            // A pool cannot cross between the two ways of networking pods in place: the call
            // succeeds and changes nothing. A new pool comes first, then the old one goes.
            .replacementTrigger(Output.of(plan.pods().mode()))
            // Protection of the component would reach here and forbid that replacement.
            .protect(false);
    return (plan.autoscaled() ? options.ignoreChanges("nodeConfigDetails.size") : options).build();
  }
}
