package dev.podnet.sim.oke;

import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Effect;
import dev.podnet.sim.model.Resource;

/** That an instance is a node of a cluster: the objects that Kubernetes has of it. */
public final class Membership {
  private static final String CLUSTER = "clusterId";

  private Membership() {}

  /** The instance as a member, remembered by what Kubernetes calls it. */
  static Resource of(Resource instance, Resource cluster, String nodeName) {
    return instance.withInner(CLUSTER, cluster.id()).withInner("nodeName", nodeName);
  }

  static boolean isOf(Resource instance, String clusterId) {
    return clusterId.equals(instance.inner().text(CLUSTER));
  }

  /** The instance ends: its objects go, if it has any and the cluster is still there. */
  public static void end(Draft draft, Resource instance) {
    String id = instance.inner().text(CLUSTER);
    String name = instance.inner().text("nodeName");
    if (id == null
        || name == null
        || draft.get(id).filter(each -> !each.state().equals("DELETED")).isEmpty()) {
      return;
    }
    draft.effect(Effect.Action.REMOVE, id, NodeObjects.key("v1", "Node", name));
    draft.effect(
        Effect.Action.REMOVE,
        id,
        NodeObjects.key(NodeObjects.NPN_VERSION, NodeObjects.NPN, NodeObjects.npnName(instance)));
  }
}
