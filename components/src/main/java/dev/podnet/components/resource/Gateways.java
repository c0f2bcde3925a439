package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.oci.Core.InternetGateway;
import com.pulumi.oci.Core.InternetGatewayArgs;
import com.pulumi.oci.Core.NatGateway;
import com.pulumi.oci.Core.NatGatewayArgs;
import com.pulumi.oci.Core.ServiceGateway;
import com.pulumi.oci.Core.ServiceGatewayArgs;
import com.pulumi.oci.Core.inputs.ServiceGatewayServiceArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.podnet.components.naming.Names;
import dev.podnet.components.plan.NetworkPlan;
import dev.podnet.components.plan.NetworkPlan.Gateway;
import dev.podnet.components.plan.Origin;
import java.util.EnumMap;
import java.util.Map;

/** The gateways that a network's routes lead to. */
final class Gateways {
  private final String name;
  private final NetworkPlan plan;
  private final Output<String> vcnId;
  private final Map<String, String> tags;
  private final CustomResourceOptions options;

  Gateways(
      String name,
      NetworkPlan plan,
      Output<String> vcnId,
      Map<String, String> tags,
      CustomResourceOptions options) {
    this.name = name;
    this.plan = plan;
    this.vcnId = vcnId;
    this.tags = tags;
    this.options = options;
  }

  /** OCIDs of all the plan names, made where they are not there. */
  Map<Gateway, Output<String>> ids(Output<String> serviceId) {
    Map<Gateway, Output<String>> ids = new EnumMap<>(Gateway.class);
    plan.gateways()
        .forEach((gateway, origin) ->
            ids.put(
                gateway,
                origin instanceof Origin.Adopted adopted
                    ? Output.of(adopted.id())
                    : created(gateway, serviceId)));
    return ids;
  }

  private Output<String> created(Gateway gateway, Output<String> serviceId) {
    return switch (gateway) {
      case INTERNET -> internet();
      case NAT -> nat();
      case SERVICE -> services(serviceId);
    };
  }

  private Output<String> internet() {
    String child = Names.child(name, "internet");
    return new InternetGateway(
            child,
            InternetGatewayArgs.builder()
                .compartmentId(plan.compartment())
                .vcnId(vcnId)
                .enabled(true)
                .displayName(child)
                .freeformTags(tags)
                .build(),
            options)
        .id();
  }

  private Output<String> nat() {
    String child = Names.child(name, "nat");
    return new NatGateway(
            child,
            NatGatewayArgs.builder()
                .compartmentId(plan.compartment())
                .vcnId(vcnId)
                .displayName(child)
                .freeformTags(tags)
                .build(),
            options)
        .id();
  }

  private Output<String> services(Output<String> serviceId) {
    String child = Names.child(name, "services");
    return new ServiceGateway(
            child,
            ServiceGatewayArgs.builder()
                .compartmentId(plan.compartment())
                .vcnId(vcnId)
                .displayName(child)
                .services(ServiceGatewayServiceArgs.builder().serviceId(serviceId).build())
                .freeformTags(tags)
                .build(),
            options)
        .id();
  }
}
