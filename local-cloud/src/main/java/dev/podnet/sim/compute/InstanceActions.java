package dev.podnet.sim.compute;

import dev.podnet.sim.model.Call;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Response;
import dev.podnet.sim.model.Route;
import dev.podnet.sim.oke.NodeNetwork;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Power actions on an instance. Each is done when it is answered, without a state in between. */
public final class InstanceActions {
  private static final String RUNNING = "RUNNING";
  private static final String STOPPED = "STOPPED";

  /** The state that an action needs, and the one it leads to. */
  private record Step(String from, String to) {}

  private static final Map<String, Step> STEPS =
      Map.of(
          "START", new Step(STOPPED, RUNNING),
          "STOP", new Step(RUNNING, STOPPED),
          "SOFTSTOP", new Step(RUNNING, STOPPED),
          "RESET", new Step(RUNNING, RUNNING),
          "SOFTRESET", new Step(RUNNING, RUNNING),
          "DIAGNOSTICREBOOT", new Step(RUNNING, RUNNING),
          "REBOOTMIGRATE", new Step(RUNNING, RUNNING),
          "SENDDIAGNOSTICINTERRUPT", new Step(RUNNING, RUNNING));

  private InstanceActions() {}

  public static List<Route> routes() {
    return List.of(Route.of("POST", "/20160918/instances/{id}", InstanceActions::act));
  }

  private static Response act(Call call) {
    var instance =
        call.state()
            .get(call.param("id"))
            .filter(each -> each.kind().equals("instance") && !each.state().equals("TERMINATED"));
    String action = call.request().query("action");
    if (instance.isEmpty()) {
      return Response.of(Refusal.notFound("instance " + call.param("id")));
    }
    if (action == null) {
      return Response.of(Refusal.missing("The query parameter 'action' is required."));
    }
    var refusal = refuse(instance.get(), action);
    if (refusal.isPresent()) {
      return Response.of(refusal.get());
    }
    var done = apply(call.draft(), instance.get(), action);
    return Response.ok(done, done.body());
  }

  private static Optional<Refusal> refuse(Resource instance, String action) {
    var step = STEPS.get(action);
    return step == null
        ? Optional.of(
            Refusal.invalid(
                "'action' must be one of "
                    + STEPS.keySet().stream().sorted().toList()
                    + ", not '"
                    + action
                    + "'."))
        : Refusal.when(
            !step.from().equals(instance.state()),
            () ->
                Refusal.incorrectState(
                    "%s is %s: the action %s is for an instance that is %s."
                        .formatted(instance.id(), instance.state(), action, step.from())));
  }

  /** The instance after an action; where its state does not allow it, as it was. */
  static Resource apply(Draft draft, Resource instance, String action) {
    if (refuse(instance, action).isPresent()) {
      return instance;
    }
    var step = STEPS.getOrDefault(action, new Step(RUNNING, RUNNING));
    return NodeNetwork.tell(draft, instance.with("lifecycleState", step.to()));
  }
}
