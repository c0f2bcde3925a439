package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolNodeConfigDetailsPlacementConfigArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolNodeConfigDetailsPlacementConfigPreemptibleNodeConfigArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolNodeConfigDetailsPlacementConfigPreemptibleNodeConfigPreemptionActionArgs;
import dev.podnet.components.config.PlacementConfig;
import dev.podnet.components.plan.PoolPlan;
import java.util.List;
import java.util.Optional;

/** Where a pool's nodes run: availability domains have names of their own in every tenancy. */
final class Placements {
  private Placements() {}

  static Output<List<NodePoolNodeConfigDetailsPlacementConfigArgs>> of(
      PoolPlan plan, PoolSurroundings around) {
    if (plan.placement().isEmpty()) {
      Output<String> subnet = around.network().subnetId(plan.subnet());
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
    Output<String> subnet = around.network().subnetId(wanted.subnet().orElse(plan.subnet()));
    return Output.tuple(around.availabilityDomains(), subnet)
        .applyValue(t -> placement(wanted, domain(t.t1, wanted.availabilityDomain()), t.t2));
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

  // How many domains a region has is known once it has answered: too late for a finding.
  static String domain(List<String> domains, int number) {
    return Optional.of(number)
        .filter(n -> n >= 1 && n <= domains.size())
        .map(n -> domains.get(n - 1))
        .orElseThrow(() ->
            new IllegalStateException(
                "Availability domain "
                    + number
                    + " is asked for, and the region has "
                    + domains.size()
                    + "."));
  }
}
