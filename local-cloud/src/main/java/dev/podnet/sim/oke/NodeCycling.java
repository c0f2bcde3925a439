package dev.podnet.sim.oke;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replaces the nodes that a pool launched when it was another one, where the pool is told to. Both
 * cycle modes replace the instance.
 */
final class NodeCycling {
  private static final String DETAILS = "nodePoolCyclingDetails";
  private static final String ENABLED = "isNodeCyclingEnabled";
  private static final String CONFIG = "nodeConfigDetails";
  private static final String PLACEMENT = "placementConfigs";

  /** What of a pool is in its nodes. */
  private static final List<String> INHERITED =
      List.of(
          "nodeShape",
          "nodeShapeConfig",
          "nodeImageId",
          "kubernetesVersion",
          "nodeMetadata",
          "sshPublicKey",
          "initialNodeLabels",
          "secondaryVnics",
          "networkLaunchType",
          "primaryVnic");

  private NodeCycling() {}

  /** One call cannot cycle and move (terraform-oci-oke#879). */
  static Optional<Refusal> refuse(Resource old, Doc input) {
    var moved = input.doc(CONFIG);
    return Refusal.when(
        input.doc(DETAILS).flag(ENABLED)
            && moved.has(PLACEMENT)
            && !moved.docs(PLACEMENT).equals(old.body().doc(CONFIG).docs(PLACEMENT)),
        () ->
            Refusal.conflict(
                "Node cycling and a change of placementConfigs cannot be in one update of "
                    + old.id()
                    + "."));
  }

  /** New before old, unless no surge is allowed; stops at the first node that cannot be made. */
  static List<Refusal> of(Draft draft, Resource pool, NodeLauncher launcher, List<Resource> nodes) {
    var details = pool.body().doc(DETAILS);
    if (!details.flag(ENABLED)) {
      return List.of();
    }
    boolean surge = !details.textOr("maximumSurge", "1").matches("0%?");
    var present = new ArrayList<>(nodes);
    for (int i = 0; i < present.size(); i++) {
      var old = present.get(i);
      if (inherited(NodeNetwork.launchedAs(old)).equals(inherited(pool.body()))) {
        continue;
      }
      if (!surge) {
        launcher.terminate(old);
      }
      var error = launcher.launch(nodes, i);
      if (error.isPresent()) {
        return List.of(
            Refusal.internal("The node " + old.id() + " could not be replaced: " + error.get()));
      }
      if (surge) {
        launcher.terminate(old);
      }
    }
    return List.of();
  }

  private static Doc inherited(Doc pool) {
    var config = pool.doc(CONFIG).without(List.of("size", PLACEMENT));
    var inherited = Doc.of(CONFIG, config);
    for (String field : INHERITED) {
      inherited = inherited.with(field, pool.get(field));
    }
    return inherited;
  }
}
