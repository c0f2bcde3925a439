package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolNodeConfigDetailsPlacementConfigArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolNodeConfigDetailsPlacementConfigPreemptibleNodeConfigArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolNodeConfigDetailsPlacementConfigPreemptibleNodeConfigPreemptionActionArgs;
import dev.podnet.components.config.PlacementConfig;
import dev.podnet.components.plan.PoolPlan;
import java.util.List;

/** Where a pool's nodes run: availability domains have names of their own in every tenancy. */
final class Placements {
  private Placements() {}

  static Output<List<NodePoolNodeConfigDetailsPlacementConfigArgs>> of(
      PoolPlan plan, PoolSurroundings around) {
    if (plan.placement().isEmpty()) {
      Output<String> subnet = around.network().subnet(plan.subnet());
      return Output.tuple(around.availabilityDomains(), subnet)
          .applyValue(t -> t.t1.stream().map(domain -> everywhere(domain, t.t2)).toList());
    }
    return Output.all(plan.placement().stream().map(p -> placement(p, plan, around)).toList());
  }

  private static NodePoolNodeConfigDetailsPlacementConfigArgs everywhere(
      String domain, String subnet) {
    return NodePoolNodeConfigDetailsPlacementConfigArgs.builder()
        .availabilityDomain(domain)
        .subnetId(subnet)
        .build();
  }

  private static Output<NodePoolNodeConfigDetailsPlacementConfigArgs> placement(
      PlacementConfig wanted, PoolPlan plan, PoolSurroundings around) {
    Output<String> subnet = around.network().subnet(wanted.subnet().orElse(plan.subnet()));
    return Output.tuple(around.availabilityDomains(), subnet)
        .applyValue(t ->
            placement(wanted, Region.availabilityDomain(t.t1, wanted.availabilityDomain()), t.t2));
  }

  private static NodePoolNodeConfigDetailsPlacementConfigArgs placement(
      PlacementConfig wanted, String domain, String subnet) {
    var args = NodePoolNodeConfigDetailsPlacementConfigArgs.builder();
    args.availabilityDomain(domain).subnetId(subnet);
    if (!wanted.faultDomains().isEmpty()) {
      args.faultDomains(wanted.faultDomains());
    }
    wanted.capacityReservation().ifPresent(args::capacityReservationId);
    if (wanted.preemptible()) {
      args.preemptibleNodeConfig(preemptible());
    }
    return args.build();
  }

  private static NodePoolNodeConfigDetailsPlacementConfigPreemptibleNodeConfigArgs preemptible() {
    return NodePoolNodeConfigDetailsPlacementConfigPreemptibleNodeConfigArgs.builder()
        .preemptionAction(
            NodePoolNodeConfigDetailsPlacementConfigPreemptibleNodeConfigPreemptionActionArgs
                .builder()
                .type("TERMINATE")
                .isPreserveBootVolume(false)
                .build())
        .build();
  }
}
