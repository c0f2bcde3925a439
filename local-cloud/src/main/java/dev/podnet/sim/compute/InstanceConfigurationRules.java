package dev.podnet.sim.compute;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Rules;
import java.util.Optional;

/** The configuration of instances: what it says is looked at when one is launched. */
public final class InstanceConfigurationRules implements Rules {
  private static final String COMPUTE = "compute";

  @Override
  public Optional<Refusal> refuseCreate(Draft draft, Doc input) {
    String type = input.doc("instanceDetails").textOr("instanceType", "");
    return Refusal.when(
        !type.equals(COMPUTE),
        () ->
            Refusal.invalid(
                "'instanceDetails.instanceType' must be " + COMPUTE + ", not '" + type + "'."));
  }

  /** The details of a launch. */
  static Doc launch(Resource configuration) {
    return configuration.body().doc("instanceDetails").doc("launchDetails");
  }
}
