package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.oci.Core.InternetGateway;
import com.pulumi.oci.Core.InternetGatewayArgs;
import com.pulumi.oci.Core.LocalPeeringGateway;
import com.pulumi.oci.Core.LocalPeeringGatewayArgs;
import com.pulumi.oci.Core.NatGateway;
import com.pulumi.oci.Core.NatGatewayArgs;
import com.pulumi.oci.Core.ServiceGateway;
import com.pulumi.oci.Core.ServiceGatewayArgs;
import com.pulumi.oci.Core.inputs.ServiceGatewayServiceArgs;
import com.pulumi.oci.Core.outputs.GetServicesService;
import com.pulumi.resources.Resource;
import dev.podnet.components.config.Kinds;
import dev.podnet.components.config.LocalPeeringConfig;
import dev.podnet.components.config.RouteConfig;
import dev.podnet.components.plan.NetworkPlan.Gateway;
import dev.podnet.components.plan.NetworkPlan.Target;
import dev.podnet.components.plan.Origin;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a network's routes lead to. A gateway can have routes of its own, which lead to other
 * gateways: each is made when it is first asked for.
 */
final class Gateways {
  private final NetworkSurroundings around;
  private final RouteTables tables;
  private final Map<Gateway, Output<String>> own = new EnumMap<>(Gateway.class);
  private final Map<String, Output<String>> peerings = new LinkedHashMap<>();
  private Optional<DynamicRouting> drg = Optional.empty();

  Gateways(NetworkSurroundings around) {
    this.around = around;
    this.tables = new RouteTables(around, this);
  }

  /** Makes all that the plan names. */
  void all() {
    around.plan().gateways().keySet().forEach(this::own);
    around.plan().localPeerings().forEach(this::peering);
    drg().ifPresent(DynamicRouting::routes);
  }

  RouteTables tables() {
    return tables;
  }

  /** OCIDs of the VCN's own gateways by kind: internet, nat, service. */
  Map<String, Output<String>> ids() {
    Map<String, Output<String>> ids = new LinkedHashMap<>();
    own.forEach((gateway, id) -> ids.put(Kinds.spelled(gateway), id));
    return ids;
  }

  /** OCID of what a route leads to. */
  Output<String> id(Target target) {
    if (target instanceof Target.Own gateway) {
      return own(gateway.gateway());
    }
    if (target instanceof Target.Peering peering) {
      return around.plan().localPeerings().stream()
          .filter(p -> p.name().equals(peering.name()))
          .findFirst()
          .map(this::peering)
          .orElseThrow();
    }
    return target instanceof Target.Other other ? Output.of(other.id()) : drg().orElseThrow().id();
  }

  /** The VCN's attachment to the DRG, where it has one. */
  Optional<Resource> drgAttachment() {
    return drg().map(DynamicRouting::attachment);
  }

  private Optional<DynamicRouting> drg() {
    if (drg.isEmpty()) {
      drg =
          around
              .plan()
              .drg()
              .map(d -> new DynamicRouting(around, d, tables.ofIngress(RouteConfig.DRG)));
    }
    return drg;
  }

  private Output<String> own(Gateway gateway) {
    Output<String> known = own.get(gateway);
    if (known == null) {
      known =
          around.plan().gateways().get(gateway) instanceof Origin.Adopted adopted
              ? Output.of(adopted.id())
              : created(gateway, tables.ofIngress(Kinds.spelled(gateway)));
      own.put(gateway, known);
    }
    return known;
  }

  private Output<String> created(Gateway gateway, Optional<Output<String>> table) {
    return switch (gateway) {
      case INTERNET -> internet(table);
      case NAT -> nat(table);
      case SERVICE -> services(table);
    };
  }

  private Output<String> internet(Optional<Output<String>> table) {
    String child = around.child("internet");
    InternetGatewayArgs.Builder args =
        InternetGatewayArgs.builder()
            .compartmentId(around.plan().compartment())
            .vcnId(around.vcnId())
            .enabled(true)
            .displayName(child)
            .freeformTags(around.tags());
    table.ifPresent(args::routeTableId);
    return new InternetGateway(child, args.build(), around.options()).id();
  }

  private Output<String> nat(Optional<Output<String>> table) {
    String child = around.child("nat");
    NatGatewayArgs.Builder args =
        NatGatewayArgs.builder()
            .compartmentId(around.plan().compartment())
            .vcnId(around.vcnId())
            .displayName(child)
            .freeformTags(around.tags());
    table.ifPresent(args::routeTableId);
    return new NatGateway(child, args.build(), around.options()).id();
  }

  private Output<String> services(Optional<Output<String>> table) {
    String child = around.child("services");
    ServiceGatewayArgs.Builder args =
        ServiceGatewayArgs.builder()
            .compartmentId(around.plan().compartment())
            .vcnId(around.vcnId())
            .displayName(child)
            .services(
                ServiceGatewayServiceArgs.builder()
                    .serviceId(around.services().applyValue(GetServicesService::id))
                    .build())
            .freeformTags(around.tags());
    table.ifPresent(args::routeTableId);
    return new ServiceGateway(child, args.build(), around.options()).id();
  }

  private Output<String> peering(LocalPeeringConfig peering) {
    Output<String> known = peerings.get(peering.name());
    if (known == null) {
      String child = around.child(peering.name());
      LocalPeeringGatewayArgs.Builder args =
          LocalPeeringGatewayArgs.builder()
              .compartmentId(around.plan().compartment())
              .vcnId(around.vcnId())
              .displayName(child)
              .freeformTags(around.tags());
      peering.peer().ifPresent(args::peerId);
      tables.ofIngress(peering.name()).ifPresent(args::routeTableId);
      known = new LocalPeeringGateway(child, args.build(), around.options()).id();
      peerings.put(peering.name(), known);
    }
    return known;
  }
}
