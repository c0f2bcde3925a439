package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.oci.Core.InstanceConfiguration;
import com.pulumi.oci.Core.InstancePool;
import com.pulumi.oci.Core.InstancePoolArgs;
import com.pulumi.oci.Core.inputs.InstancePoolPlacementConfigurationArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.podnet.components.config.PlacementConfig;
import dev.podnet.components.plan.PoolPlan;
import java.util.List;
import java.util.Map;

/**
 * A pool of self-managed nodes: instances that join the cluster by themselves. A changed
 * configuration is for new instances; the existing ones stay as they are.
 */
public final class SelfManagedPool extends ComponentResource {
  private final InstancePool pool;

  /**
   * Declares the pool.
   *
   * @param after what must be there first: rules, policies, the add-on's settings
   */
  public SelfManagedPool(
      String name,
      PoolPlan plan,
      PoolSurroundings around,
      List<Resource> after,
      ComponentResourceOptions options) {
    super("podnet:index:SelfManagedPool", name, options);
    // Every change of a configuration replaces it, which protection would forbid.
    CustomResourceOptions replaceable =
        CustomResourceOptions.builder().parent(this).dependsOn(after).protect(false).build();
    InstanceConfiguration configuration =
        new InstanceConfiguration(
            name, InstanceConfigurationArguments.of(name, plan, around), replaceable);
    this.pool =
        new InstancePool(
            name,
            InstancePoolArgs.builder()
                .compartmentId(around.settled().apply(plan.compartment()))
                .displayName(name)
                .instanceConfigurationId(configuration.id())
                .placementConfigurations(placements(plan, around))
                .size(plan.size())
                .freeformTags(plan.tags())
                .build(),
            Children.of(this, after));
    registerOutputs(Map.of("poolId", pool.id()));
  }

  public Output<String> poolId() {
    return pool.id();
  }

  private static Output<List<InstancePoolPlacementConfigurationArgs>> placements(
      PoolPlan plan, PoolSurroundings around) {
    if (plan.placement().isEmpty()) {
      return Output.tuple(around.availabilityDomains(), around.network().subnet(plan.subnet()))
          .applyValue(t -> t.t1.stream().map(d -> placement(d, t.t2, List.of())).toList());
    }
    return Output.all(plan.placement().stream().map(p -> placement(p, plan, around)).toList());
  }

  private static Output<InstancePoolPlacementConfigurationArgs> placement(
      PlacementConfig wanted, PoolPlan plan, PoolSurroundings around) {
    Output<String> subnet = around.network().subnet(wanted.subnet().orElse(plan.subnet()));
    return Output.tuple(around.availabilityDomains(), subnet)
        .applyValue(t ->
            placement(
                Region.availabilityDomain(t.t1, wanted.availabilityDomain()),
                t.t2,
                wanted.faultDomains()));
  }

  private static InstancePoolPlacementConfigurationArgs placement(
      String domain, String subnet, List<String> faultDomains) {
    var args = InstancePoolPlacementConfigurationArgs.builder();
    args.availabilityDomain(domain).primarySubnetId(subnet);
    if (!faultDomains.isEmpty()) {
      args.faultDomains(faultDomains);
    }
    return args.build();
  }
}
