package dev.podnet.stack;

import com.pulumi.Context;
import com.pulumi.exceptions.RunException;
import com.pulumi.resources.ComponentResourceOptions;
import dev.podnet.components.check.Review;
import dev.podnet.components.check.Told;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.StackConfig.Part;
import dev.podnet.components.plan.Plan;
import dev.podnet.components.resource.KubernetesPart;
import dev.podnet.components.resource.Notes;
import dev.podnet.components.resource.PodNetworkCluster;
import java.util.List;
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
    tell(draft.review());
    Plan plan = draft.plan().orElseThrow();

    Notes notes = Notes.in(context.log());
    StackOutputs outputs = new StackOutputs(context, environment);
    if (plan.part() == Part.KUBERNETES) {
      outputs.export(new KubernetesPart(plan.name(), plan, notes, ComponentResourceOptions.Empty));
    } else {
      outputs.export(
          plan, new PodNetworkCluster(plan.name(), plan, notes, ComponentResourceOptions.Empty));
    }
  }

  private void tell(Review review) {
    if (!review.errors().isEmpty()) {
      throw refusal(review.errors());
    }
    review.warnings().forEach(w -> context.log().warn(Told.finding(w)));
    review.waived().forEach(w -> context.log().info(Told.waived(w.finding(), w.reason())));
  }

  /** The engine shows a {@code RunException} as its message alone, without a trace. */
  private RunException refusal(List<Finding> findings) {
    return new RunException(Told.refusal(context.stackName(), findings));
  }
}
