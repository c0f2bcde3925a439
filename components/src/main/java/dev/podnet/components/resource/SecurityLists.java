package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.oci.Core.DefaultSecurityList;
import com.pulumi.oci.Core.DefaultSecurityListArgs;
import com.pulumi.oci.Core.SecurityList;
import com.pulumi.oci.Core.SecurityListArgs;
import com.pulumi.oci.Core.Vcn;
import com.pulumi.resources.CustomResourceOptions;
import dev.podnet.components.config.Kinds;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.naming.Names;
import dev.podnet.components.plan.NetworkPlan;
import dev.podnet.components.plan.RulePlan;
import dev.podnet.components.plan.RulePlan.Direction;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The security lists of a VCN's subnets. */
final class SecurityLists {
  private SecurityLists() {}

  /** Empties the list that a VCN comes with: it lets everyone in by SSH, beside any group. */
  static void close(String name, Vcn vcn, Map<String, String> tags, CustomResourceOptions options) {
    String child = Names.child(name, "closed list");
    new DefaultSecurityList(
        child,
        DefaultSecurityListArgs.builder()
            .manageDefaultResourceId(vcn.defaultSecurityListId())
            .displayName(child)
            .ingressSecurityRules(List.of())
            .egressSecurityRules(List.of())
            .freeformTags(tags)
            .build(),
        options);
  }

  /** The list of a role, with all of its rules in it. */
  static SecurityList of(
      String name,
      Role role,
      NetworkPlan plan,
      List<RulePlan> rules,
      Output<String> vcnId,
      ListRule entry,
      Map<String, String> tags,
      CustomResourceOptions options) {
    String child = Names.child(name, Kinds.spelled(role) + " list");
    return new SecurityList(
        child,
        SecurityListArgs.builder()
            .compartmentId(plan.compartment())
            .vcnId(vcnId)
            .displayName(child)
            .ingressSecurityRules(of(rules, role, Direction.INGRESS).map(entry::ingress).toList())
            .egressSecurityRules(of(rules, role, Direction.EGRESS).map(entry::egress).toList())
            .freeformTags(tags)
            .build(),
        options);
  }

  private static Stream<RulePlan> of(List<RulePlan> rules, Role role, Direction direction) {
    return rules.stream().filter(r -> r.on() == role && r.direction() == direction);
  }
}
