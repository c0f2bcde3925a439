package dev.podnet.components.resource;

import com.pulumi.deployment.Deployment;
import com.pulumi.exceptions.RunException;
import dev.podnet.components.check.Told;
import dev.podnet.components.config.Finding;
import java.util.List;

/** What is done about findings that could be made only once the cloud had answered. */
final class Refused {
  private Refused() {}

  /**
   * A preview tells all of them and fails at its end. A deployment that was not previewed stops
   * here, before what depends on the answer.
   */
  static void unlessEmpty(List<Finding> findings, Notes notes) {
    if (findings.isEmpty()) {
      return;
    }
    if (!Deployment.getInstance().isDryRun()) {
      throw new RunException(Told.later(findings));
    }
    notes.error(Told.later(findings));
  }
}
