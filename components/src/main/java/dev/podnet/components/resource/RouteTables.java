package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.oci.Core.RouteTable;
import com.pulumi.oci.Core.RouteTableArgs;
import com.pulumi.oci.Core.inputs.RouteTableRouteRuleArgs;
import com.pulumi.oci.Core.outputs.GetServicesService;
import dev.podnet.components.plan.NetworkPlan;
import dev.podnet.components.plan.NetworkPlan.Route;
import dev.podnet.components.plan.NetworkPlan.Target;
import java.util.List;
import java.util.Optional;

/** The route tables of a VCN: of its subnets, and of what comes in. */
final class RouteTables {
  private static final String DRG = "ocid1.drg.";

  private final NetworkSurroundings around;
  private final Gateways gateways;

  RouteTables(NetworkSurroundings around, Gateways gateways) {
    this.around = around;
    this.gateways = gateways;
  }

  RouteTable ofSubnets(NetworkPlan.RouteTable table) {
    return made(table, around.child(table.name() + " routes"));
  }

  /** OCID of the table for what comes in that way, where there is one. */
  Optional<Output<String>> ofIngress(String from) {
    return around.plan().ingress().stream()
        .filter(t -> t.name().equals(from))
        .findFirst()
        .map(t -> made(t, around.child(from + " ingress routes")).id());
  }

  private RouteTable made(NetworkPlan.RouteTable table, String child) {
    return new RouteTable(
        child,
        RouteTableArgs.builder()
            .compartmentId(around.plan().compartment())
            .vcnId(around.vcnId())
            .displayName(child)
            .routeRules(table.routes().stream().map(this::route).toList())
            .freeformTags(around.tags())
            .build(),
        // No route may lead to a DRG before the VCN is attached to it.
        around.after(
            table.routes().stream().anyMatch(RouteTables::leadsToDrg)
                ? gateways.drgAttachment().stream().toList()
                : List.of()));
  }

  private static boolean leadsToDrg(Route route) {
    return route.target() instanceof Target.OwnDrg
        || (route.target() instanceof Target.Other other && other.id().startsWith(DRG));
  }

  private RouteTableRouteRuleArgs route(Route route) {
    return RouteTableRouteRuleArgs.builder()
        .destination(
            route
                .destination()
                .map(Output::of)
                .orElseGet(() -> around.services().applyValue(GetServicesService::cidrBlock)))
        .destinationType(route.destination().isPresent() ? "CIDR_BLOCK" : "SERVICE_CIDR_BLOCK")
        .networkEntityId(gateways.id(route.target()))
        .description(route.why())
        .build();
  }
}
