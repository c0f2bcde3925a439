package dev.podnet.components.resource;

import com.pulumi.exceptions.RunException;
import dev.podnet.components.check.Told;
import dev.podnet.components.config.Finding;
import java.util.List;

/** Ends the program with findings that could be made only once the cloud had answered. */
final class Refused {
  private Refused() {}

  static void unlessEmpty(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new RunException(Told.later(findings));
    }
  }
}
