package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.oci.Core.NetworkSecurityGroup;
import com.pulumi.oci.Core.NetworkSecurityGroupArgs;
import com.pulumi.oci.Core.NetworkSecurityGroupSecurityRule;
import com.pulumi.oci.Core.NetworkSecurityGroupSecurityRuleArgs;
import com.pulumi.oci.Core.inputs.NetworkSecurityGroupSecurityRuleIcmpOptionsArgs;
import com.pulumi.oci.Core.inputs.NetworkSecurityGroupSecurityRuleTcpOptionsArgs;
import com.pulumi.oci.Core.inputs.NetworkSecurityGroupSecurityRuleTcpOptionsDestinationPortRangeArgs;
import com.pulumi.oci.Core.inputs.NetworkSecurityGroupSecurityRuleUdpOptionsArgs;
import com.pulumi.oci.Core.inputs.NetworkSecurityGroupSecurityRuleUdpOptionsDestinationPortRangeArgs;
import com.pulumi.oci.Core.outputs.GetServicesService;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import dev.podnet.components.config.Kinds;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.naming.Names;
import dev.podnet.components.plan.NetworkPlan;
import dev.podnet.components.plan.Origin;
import dev.podnet.components.plan.RulePlan;
import dev.podnet.components.plan.RulePlan.Direction;
import dev.podnet.components.plan.RulePlan.Peer;
import dev.podnet.components.plan.RulePlan.Ports;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network security group for each role, and the rules in them. Groups are there even where
 * security lists carry the rules: changing the rendering then leaves clusters and pools alone.
 */
public final class SecurityRules extends ComponentResource {
  private final String name;
  private final Output<String> servicesCidr;
  private final Map<Role, Output<String>> groups = new EnumMap<>(Role.class);

  public SecurityRules(
      String name,
      NetworkPlan plan,
      List<RulePlan> rules,
      Output<String> vcnId,
      Map<String, String> tags,
      ComponentResourceOptions options) {
    super("podnet:index:SecurityRules", name, options);
    this.name = name;
    this.servicesCidr =
        Region.services(Children.lookup(this)).applyValue(GetServicesService::cidrBlock);
    plan.groups()
        .forEach((role, origin) ->
            groups.put(
                role,
                origin instanceof Origin.Adopted adopted
                    ? Output.of(adopted.id())
                    : group(role, plan, vcnId, tags).id()));
    if (plan.securityLists().isEmpty()) {
      rules.forEach(this::rule);
    }
    registerOutputs(Map.of());
  }

  /** OCIDs of all network security groups, by role. */
  Map<Role, Output<String>> groups() {
    return Collections.unmodifiableMap(groups);
  }

  private Output<String> groupId(Role role) {
    return Optional.ofNullable(groups.get(role))
        .orElseThrow(() -> new IllegalArgumentException("The plan has no group for " + role));
  }

  /** OCIDs of all network security groups, by the spelling of their role. */
  public Map<String, Output<String>> groupIds() {
    Map<String, Output<String>> ids = new LinkedHashMap<>();
    groups.forEach((role, id) -> ids.put(Kinds.spelled(role), id));
    return ids;
  }

  private NetworkSecurityGroup group(
      Role role, NetworkPlan plan, Output<String> vcnId, Map<String, String> tags) {
    String child = Names.child(name, Kinds.spelled(role));
    return new NetworkSecurityGroup(
        child,
        NetworkSecurityGroupArgs.builder()
            .compartmentId(plan.compartment())
            .vcnId(vcnId)
            .displayName(child)
            .freeformTags(tags)
            .build(),
        Children.of(this));
  }

  private void rule(RulePlan rule) {
    NetworkSecurityGroupSecurityRuleArgs.Builder args =
        NetworkSecurityGroupSecurityRuleArgs.builder()
            .networkSecurityGroupId(groupId(rule.on()))
            .direction(rule.direction().name())
            .protocol(rule.protocol().number())
            .stateless(false)
            .description(rule.why());
    peer(args, rule);
    rule.ports().ifPresent(ports -> ports(args, rule, ports));
    rule.icmp()
        .ifPresent(icmp -> {
          var options = NetworkSecurityGroupSecurityRuleIcmpOptionsArgs.builder();
          options.type(icmp.type());
          icmp.code().ifPresent(options::code);
          args.icmpOptions(options.build());
        });
    new NetworkSecurityGroupSecurityRule(
        Names.child(name, rule.key()), args.build(), Children.of(this));
  }

  private void peer(NetworkSecurityGroupSecurityRuleArgs.Builder args, RulePlan rule) {
    Output<String> address;
    String type;
    if (rule.peer() instanceof Peer.Group group) {
      address = groupId(group.role());
      type = "NETWORK_SECURITY_GROUP";
    } else if (rule.peer() instanceof Peer.Block block) {
      address = Output.of(block.cidr().toString());
      type = "CIDR_BLOCK";
    } else {
      address = servicesCidr;
      type = "SERVICE_CIDR_BLOCK";
    }
    if (rule.direction() == Direction.INGRESS) {
      args.source(address).sourceType(type);
    } else {
      args.destination(address).destinationType(type);
    }
  }

  private static void ports(
      NetworkSecurityGroupSecurityRuleArgs.Builder args, RulePlan rule, Ports ports) {
    if (rule.protocol() == RulePlan.Protocol.TCP) {
      args.tcpOptions(
          NetworkSecurityGroupSecurityRuleTcpOptionsArgs.builder()
              .destinationPortRange(
                  NetworkSecurityGroupSecurityRuleTcpOptionsDestinationPortRangeArgs.builder()
                      .min(ports.min())
                      .max(ports.max())
                      .build())
              .build());
    } else {
      args.udpOptions(
          NetworkSecurityGroupSecurityRuleUdpOptionsArgs.builder()
              .destinationPortRange(
                  NetworkSecurityGroupSecurityRuleUdpOptionsDestinationPortRangeArgs.builder()
                      .min(ports.min())
                      .max(ports.max())
                      .build())
              .build());
    }
  }
}
