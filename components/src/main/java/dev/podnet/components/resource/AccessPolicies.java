package dev.podnet.components.resource;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.pulumi.core.Output;
import com.pulumi.oci.Identity.DynamicGroup;
import com.pulumi.oci.Identity.DynamicGroupArgs;
import com.pulumi.oci.Identity.Policy;
import com.pulumi.oci.Identity.PolicyArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.podnet.components.naming.Names;
import dev.podnet.components.plan.AccessPlan;
import dev.podnet.components.plan.AccessPlan.DynamicGroupPlan;
import dev.podnet.components.plan.StatementPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The IAM statements that cluster and nodes need: one policy in each compartment they speak of, and
 * the dynamic group of nodes that have permissions of their own.
 */
public final class AccessPolicies extends ComponentResource {
  private final String name;
  private final Output<List<String>> statements;
  private final Propagation propagation;

  public AccessPolicies(
      String name,
      AccessPlan plan,
      Output<String> clusterId,
      Map<String, String> tags,
      ComponentResourceOptions options) {
    super("podnet:index:AccessPolicies", name, options);
    this.name = name;
    this.statements = clusterId.applyValue(id -> texts(plan.statements(), id));
    List<Policy> policies = new ArrayList<>();
    if (plan.created()) {
      List<Resource> group = plan.group().map(g -> group(g, tags)).map(List::of).orElse(List.of());
      Map<String, List<StatementPlan>> byCompartment =
          plan.statements().stream()
              .collect(groupingBy(StatementPlan::compartment, LinkedHashMap::new, toList()));
      byCompartment.forEach((compartment, wanted) ->
          policies.add(policy(compartment, wanted, clusterId, tags, group)));
    }
    this.propagation = new Propagation(plan.propagationSeconds(), policies);
    registerOutputs(Map.of("statements", statements));
  }

  /** The statements as attached, or as an administrator should attach them. */
  public Output<List<String>> statements() {
    return statements;
  }

  /** The value, once the policies that were made just now can be relied upon. */
  public Output<String> settled(String value) {
    return propagation.settled(value);
  }

  private Resource group(DynamicGroupPlan plan, Map<String, String> tags) {
    return new DynamicGroup(
        plan.name(),
        DynamicGroupArgs.builder()
            .compartmentId(plan.tenancy())
            .name(plan.name())
            .description("Nodes that have permissions of their own.")
            .matchingRule(plan.rule())
            .freeformTags(tags)
            .build(),
        Children.of(this));
  }

  private Policy policy(
      String compartment,
      List<StatementPlan> wanted,
      Output<String> clusterId,
      Map<String, String> tags,
      List<Resource> after) {
    // Named after what it allows, not after its place in a list: compartments come and go.
    String child = Names.child(name, wanted.get(0).key());
    return new Policy(
        child,
        PolicyArgs.builder()
            .compartmentId(compartment)
            .name(child)
            .description("What the cluster and its nodes may do for nodes and pods.")
            .statements(clusterId.applyValue(id -> texts(wanted, id)))
            .freeformTags(tags)
            .build(),
        Children.of(this, after));
  }

  private static List<String> texts(List<StatementPlan> statements, String clusterId) {
    return statements.stream()
        .map(s -> s.text().replace(StatementPlan.CLUSTER, clusterId))
        .toList();
  }
}
