package dev.podnet.stack;

import com.pulumi.Context;
import com.pulumi.resources.ComponentResourceOptions;
import dev.podnet.components.check.Draft;
import dev.podnet.components.config.StackConfig.Part;
import dev.podnet.components.plan.Plan;
import dev.podnet.components.resource.Accepted;
import dev.podnet.components.resource.KubernetesPart;
import dev.podnet.components.resource.Notes;
import dev.podnet.components.resource.PodNetworkCluster;
import java.util.Map;

/** One stack: settings, plan, checks, then resources. */
final class PodnetStack {
  private final Context context;
  private final Map<String, String> environment;

  PodnetStack(Context context, Map<String, String> environment) {
    this.context = context;
    this.environment = environment;
  }

  void declare(Draft draft) {
    Notes notes = Notes.in(context.log());
    Plan plan = Accepted.plan(draft, context.stackName(), notes);
    StackOutputs outputs = new StackOutputs(context, environment);
    if (plan.part() == Part.KUBERNETES) {
      outputs.export(new KubernetesPart(plan.name(), plan, notes, ComponentResourceOptions.Empty));
    } else {
      outputs.export(
          plan, new PodNetworkCluster(plan.name(), plan, notes, ComponentResourceOptions.Empty));
    }
  }
}
