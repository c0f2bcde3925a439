package dev.podnet.components.resource;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.pulumi.core.Output;
import com.pulumi.oci.Identity.Policy;
import com.pulumi.oci.Identity.PolicyArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import dev.podnet.components.naming.Names;
import dev.podnet.components.plan.AccessPlan;
import dev.podnet.components.plan.StatementPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The IAM statements that the cluster needs: one policy in each compartment they speak of. */
public final class AccessPolicies extends ComponentResource {
  private final String name;
  private final Output<List<String>> statements;

  public AccessPolicies(
      String name,
      AccessPlan plan,
      Output<String> clusterId,
      Map<String, String> tags,
      ComponentResourceOptions options) {
    super("podnet:index:AccessPolicies", name, options);
    this.name = name;
    this.statements = clusterId.applyValue(id -> texts(plan.statements(), id));
    if (plan.created()) {
      Map<String, List<StatementPlan>> byCompartment =
          plan.statements().stream()
              .collect(groupingBy(StatementPlan::compartment, LinkedHashMap::new, toList()));
      byCompartment.forEach((compartment, wanted) -> policy(compartment, wanted, clusterId, tags));
    }
    registerOutputs(Map.of("statements", statements));
  }

  /** The statements as attached, or as an administrator should attach them. */
  public Output<List<String>> statements() {
    return statements;
  }

  private void policy(
      String compartment,
      List<StatementPlan> wanted,
      Output<String> clusterId,
      Map<String, String> tags) {
    // Named after what it allows, not after its place in a list: compartments come and go.
    String child = Names.child(name, wanted.get(0).key());
    new Policy(
        child,
        PolicyArgs.builder()
            .compartmentId(compartment)
            .name(child)
            .description("What the cluster's control plane may do for its nodes and pods.")
            .statements(clusterId.applyValue(id -> texts(wanted, id)))
            .freeformTags(tags)
            .build(),
        Children.of(this));
  }

  private static List<String> texts(List<StatementPlan> statements, String clusterId) {
    return statements.stream()
        .map(s -> s.text().replace(StatementPlan.CLUSTER, clusterId))
        .toList();
  }
}
