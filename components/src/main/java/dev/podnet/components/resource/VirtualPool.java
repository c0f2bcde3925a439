package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.oci.ContainerEngine.VirtualNodePool;
import com.pulumi.oci.ContainerEngine.VirtualNodePoolArgs;
import com.pulumi.oci.ContainerEngine.inputs.VirtualNodePoolInitialVirtualNodeLabelArgs;
import com.pulumi.oci.ContainerEngine.inputs.VirtualNodePoolPlacementConfigurationArgs;
import com.pulumi.oci.ContainerEngine.inputs.VirtualNodePoolPodConfigurationArgs;
import com.pulumi.oci.ContainerEngine.inputs.VirtualNodePoolTaintArgs;
import com.pulumi.oci.ContainerEngine.inputs.VirtualNodePoolVirtualNodeTagsArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.config.VirtualPoolConfig.TaintConfig;
import dev.podnet.components.config.VirtualPoolConfig.VirtualPlacementConfig;
import dev.podnet.components.plan.VirtualPoolPlan;
import java.util.List;
import java.util.Map;

/** A pool of virtual nodes. */
public final class VirtualPool extends ComponentResource {
  private final VirtualNodePool pool;

  /**
   * Declares the pool.
   *
   * @param after what must be there first: rules and policies
   */
  public VirtualPool(
      String name,
      VirtualPoolPlan plan,
      PoolSurroundings around,
      List<Resource> after,
      ComponentResourceOptions options) {
    super("podnet:index:VirtualPool", name, options);
    this.pool = new VirtualNodePool(name, arguments(name, plan, around), Children.of(this, after));
    registerOutputs(Map.of("poolId", pool.id()));
  }

  public Output<String> poolId() {
    return pool.id();
  }

  private static VirtualNodePoolArgs arguments(
      String name, VirtualPoolPlan plan, PoolSurroundings around) {
    VirtualNodePoolArgs.Builder args = VirtualNodePoolArgs.builder();
    args.compartmentId(around.settled().apply(plan.compartment()))
        .clusterId(around.cluster().id())
        .displayName(name)
        .size(plan.size())
        .placementConfigurations(placements(plan, around))
        .nsgIds(around.groups(Role.VIRTUAL_NODES, plan.nsgs()))
        .podConfiguration(
            VirtualNodePoolPodConfigurationArgs.builder()
                .shape(plan.podShape())
                .subnetId(around.network().subnet(plan.podSubnet()))
                .nsgIds(around.groups(Role.VIRTUAL_NODES, plan.podNsgs()))
                .build())
        .freeformTags(plan.tags())
        .virtualNodeTags(
            VirtualNodePoolVirtualNodeTagsArgs.builder().freeformTags(plan.tags()).build());
    if (!plan.labels().isEmpty()) {
      args.initialVirtualNodeLabels(plan.labels().stream().map(VirtualPool::label).toList());
    }
    if (!plan.taints().isEmpty()) {
      args.taints(plan.taints().stream().map(VirtualPool::taint).toList());
    }
    return args.build();
  }

  private static VirtualNodePoolInitialVirtualNodeLabelArgs label(Map.Entry<String, String> label) {
    return VirtualNodePoolInitialVirtualNodeLabelArgs.builder()
        .key(label.getKey())
        .value(label.getValue())
        .build();
  }

  private static VirtualNodePoolTaintArgs taint(TaintConfig taint) {
    return VirtualNodePoolTaintArgs.builder()
        .key(taint.key())
        .value(taint.value().orElse(""))
        .effect(taint.effect().kubernetes())
        .build();
  }

  private static Output<List<VirtualNodePoolPlacementConfigurationArgs>> placements(
      VirtualPoolPlan plan, PoolSurroundings around) {
    if (plan.placement().isEmpty()) {
      return Output.tuple(around.availabilityDomains(), around.network().subnet(plan.subnet()))
          .applyValue(t ->
              t.t1.stream()
                  .map(domain -> placement(domain, t.t2, VirtualPoolPlan.FAULT_DOMAINS))
                  .toList());
    }
    return Output.all(plan.placement().stream().map(p -> placement(p, plan, around)).toList());
  }

  private static Output<VirtualNodePoolPlacementConfigurationArgs> placement(
      VirtualPlacementConfig wanted, VirtualPoolPlan plan, PoolSurroundings around) {
    Output<String> subnet = around.network().subnet(wanted.subnet().orElse(plan.subnet()));
    return Output.tuple(around.availabilityDomains(), subnet)
        .applyValue(t ->
            placement(
                Region.availabilityDomain(t.t1, wanted.availabilityDomain()),
                t.t2,
                wanted.faultDomains()));
  }

  private static VirtualNodePoolPlacementConfigurationArgs placement(
      String domain, String subnet, List<String> faultDomains) {
    return VirtualNodePoolPlacementConfigurationArgs.builder()
        .availabilityDomain(domain)
        .subnetId(subnet)
        .faultDomains(faultDomains)
        .build();
  }
}
