package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.oci.Core.inputs.SecurityListEgressSecurityRuleArgs;
import com.pulumi.oci.Core.inputs.SecurityListEgressSecurityRuleIcmpOptionsArgs;
import com.pulumi.oci.Core.inputs.SecurityListEgressSecurityRuleTcpOptionsArgs;
import com.pulumi.oci.Core.inputs.SecurityListEgressSecurityRuleUdpOptionsArgs;
import com.pulumi.oci.Core.inputs.SecurityListIngressSecurityRuleArgs;
import com.pulumi.oci.Core.inputs.SecurityListIngressSecurityRuleIcmpOptionsArgs;
import com.pulumi.oci.Core.inputs.SecurityListIngressSecurityRuleTcpOptionsArgs;
import com.pulumi.oci.Core.inputs.SecurityListIngressSecurityRuleUdpOptionsArgs;
import dev.podnet.components.plan.RulePlan;
import dev.podnet.components.plan.RulePlan.Peer;
import dev.podnet.components.plan.RulePlan.Protocol;

/** A planned rule as an entry of a security list; the provider has a type for each direction. */
final class ListRule {
  private final Output<String> servicesCidr;

  ListRule(Output<String> servicesCidr) {
    this.servicesCidr = servicesCidr;
  }

  SecurityListIngressSecurityRuleArgs ingress(RulePlan rule) {
    SecurityListIngressSecurityRuleArgs.Builder args =
        SecurityListIngressSecurityRuleArgs.builder()
            .source(address(rule))
            .sourceType(type(rule))
            .protocol(rule.protocol().number())
            .stateless(false)
            .description(rule.why());
    rule.ports()
        .ifPresent(ports -> {
          if (rule.protocol() == Protocol.TCP) {
            args.tcpOptions(
                SecurityListIngressSecurityRuleTcpOptionsArgs.builder()
                    .min(ports.min())
                    .max(ports.max())
                    .build());
          } else {
            args.udpOptions(
                SecurityListIngressSecurityRuleUdpOptionsArgs.builder()
                    .min(ports.min())
                    .max(ports.max())
                    .build());
          }
        });
    rule.icmp()
        .ifPresent(icmp -> {
          var options = SecurityListIngressSecurityRuleIcmpOptionsArgs.builder();
          options.type(icmp.type());
          icmp.code().ifPresent(options::code);
          args.icmpOptions(options.build());
        });
    return args.build();
  }

  SecurityListEgressSecurityRuleArgs egress(RulePlan rule) {
    SecurityListEgressSecurityRuleArgs.Builder args =
        SecurityListEgressSecurityRuleArgs.builder()
            .destination(address(rule))
            .destinationType(type(rule))
            .protocol(rule.protocol().number())
            .stateless(false)
            .description(rule.why());
    rule.ports()
        .ifPresent(ports -> {
          if (rule.protocol() == Protocol.TCP) {
            args.tcpOptions(
                SecurityListEgressSecurityRuleTcpOptionsArgs.builder()
                    .min(ports.min())
                    .max(ports.max())
                    .build());
          } else {
            args.udpOptions(
                SecurityListEgressSecurityRuleUdpOptionsArgs.builder()
                    .min(ports.min())
                    .max(ports.max())
                    .build());
          }
        });
    rule.icmp()
        .ifPresent(icmp -> {
          var options = SecurityListEgressSecurityRuleIcmpOptionsArgs.builder();
          options.type(icmp.type());
          icmp.code().ifPresent(options::code);
          args.icmpOptions(options.build());
        });
    return args.build();
  }

  private Output<String> address(RulePlan rule) {
    return rule.peer() instanceof Peer.Block block
        ? Output.of(block.cidr().toString())
        : servicesCidr;
  }

  private static String type(RulePlan rule) {
    return rule.peer() instanceof Peer.Block ? "CIDR_BLOCK" : "SERVICE_CIDR_BLOCK";
  }
}
