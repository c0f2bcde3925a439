package dev.podnet.sim;

import dev.podnet.sim.fault.FaultPlan;
import dev.podnet.sim.fault.Scenario;
import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Request;
import dev.podnet.sim.model.Response;
import java.util.Map;
import java.util.function.Consumer;

/** Which faults there are at present: GET and PUT of {@code /podnet/faults}. */
final class FaultSwitch {
  private final Map<String, Scenario> scenarios = Scenario.all();
  private final Consumer<String> keep;
  private volatile FaultPlan plan;

  /**
   * Starts with what was kept.
   *
   * @param keep takes a choice that must last, in the form of {@link #choose}
   */
  FaultSwitch(String kept, Consumer<String> keep) {
    this.keep = keep;
    this.plan = new FaultPlan(scenario(Scenario.NONE), 1);
    choose(kept);
  }

  FaultPlan plan() {
    return plan;
  }

  /** Takes "scenario" or "scenario seed"; whether there is such a scenario. */
  boolean choose(String choice) {
    String[] words = choice.strip().split("\\s+", -1);
    var scenario = scenarios.get(words[0]);
    if (scenario == null || words.length > 2 || !(words.length == 1 || isSeed(words[1]))) {
      return false;
    }
    plan = new FaultPlan(scenario, words.length == 1 ? 1 : Long.parseLong(words[1]));
    return true;
  }

  Response handle(Request request) {
    if (request.method().equals("PUT")) {
      String choice =
          request.body().textOr("scenario", "") + " " + request.body().numberOr("seed", 1);
      if (!choose(choice)) {
        return Response.of(unknown(request.body().textOr("scenario", "")));
      }
      keep.accept(choice);
    }
    return Response.ok(
        Doc.of(
            "scenario",
            plan.scenario().name(),
            "seed",
            plan.seed(),
            "message",
            plan.scenario().name().equals(Scenario.NONE)
                ? "No faults. There are: " + names()
                : "Faults: %s, seed %d. %s"
                    .formatted(plan.scenario().name(), plan.seed(), plan.scenario().does())));
  }

  private Refusal unknown(String name) {
    return Refusal.invalid("There is no scenario '" + name + "'. There are: " + names());
  }

  private String names() {
    return String.join(", ", scenarios.keySet()) + ".";
  }

  private Scenario scenario(String name) {
    var found = scenarios.get(name);
    if (found == null) {
      throw new IllegalStateException("The scenario '" + name + "' is missing.");
    }
    return found;
  }

  private static boolean isSeed(String text) {
    return text.matches("-?\\d{1,18}");
  }
}
