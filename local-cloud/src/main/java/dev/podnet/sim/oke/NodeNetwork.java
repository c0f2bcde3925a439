package dev.podnet.sim.oke;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Effect;
import dev.podnet.sim.model.Event;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.network.Cidr;
import dev.podnet.sim.network.Vnics;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the pods' network of a pool's node comes about, as its NativePodNetwork object tells: in
 * progress, then successful for good, or put off and tried again.
 */
public final class NodeNetwork {
  private static final String INNER = "podNetwork";

  /** The controller's own pause between two tries. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private NodeNetwork() {}

  /**
   * What the object's status says.
   *
   * @param state IN_PROGRESS, BACKOFF or SUCCESS
   */
  record Status(String state, String reason) {
    static final Status IN_PROGRESS = new Status("IN_PROGRESS", "IN_PROGRESS");
    static final Status SUCCESS = new Status("SUCCESS", "COMPLETED");

    boolean done() {
      return equals(SUCCESS);
    }
  }

  /** A node as it is launched: its network starts now, and is there after the catalog's delay. */
  static Resource start(Draft draft, Resource pool, Resource node, int index) {
    var started =
        show(
            draft,
            pool,
            node.withInner(
                INNER, Doc.of("pool", pool.id(), "index", index, "launchedAs", pool.body())),
            Status.IN_PROGRESS);
    var delay = draft.catalog().delay("instance", Event.NETWORK);
    if (delay.isZero()) {
      return comesAbout(draft, started);
    }
    draft.later(delay, Event.NETWORK, node.id());
    return started;
  }

  /** One try. Whoever is no node of a pool, or is one no more, stays as it is. */
  public static Resource comesAbout(Draft draft, Resource node) {
    var network = node.inner().doc(INNER);
    // What the pool was when it launched the node counts: an update leaves nodes as they are.
    var pool =
        draft
            .get(network.textOr("pool", ""))
            .filter(each -> !each.state().equals("DELETED"))
            .map(each -> each.withBody(network.doc("launchedAs")));
    if (pool.isEmpty() || !network.has("launchedAs") || !node.state().equals("RUNNING")) {
      return node;
    }
    var obstacle =
        draft
            .world()
            .mishaps()
            .networkFails((int) network.numberOr("index", 0))
            .or(() -> new NodeLauncher(draft, pool.get()).attachMissing(node));
    if (obstacle.isPresent()) {
      draft.later(PAUSE, Event.NETWORK, node.id());
      return show(draft, pool.get(), node, new Status("BACKOFF", obstacle.get()));
    }
    var settled = node.withInner(INNER, network.without(List.of("launchedAs")));
    return show(draft, pool.get(), settled, Status.SUCCESS);
  }

  private static Resource show(Draft draft, Resource pool, Resource node, Status status) {
    var cluster = draft.get(pool.need("clusterId")).orElseThrow();
    var vnics = Vnics.of(draft, node).stream().map(each -> read(draft, each)).toList();
    var objects = new NodeObjects(pool, cluster, node, vnics, status);
    draft.effect(Effect.Action.APPLY, cluster.id(), objects.node().asMap());
    draft.effect(Effect.Action.APPLY, cluster.id(), objects.nativePodNetwork().asMap());
    return draft.put(node);
  }

  /** A VNIC with the addresses that its pods have. */
  private static NodeVnic read(Draft draft, Resource vnic) {
    List<Resource> blocks =
        draft.referrers(vnic.id()).stream()
            .filter(each -> each.kind().equals("privateIp") && !each.body().flag("isPrimary"))
            .sorted(Comparator.comparingLong(Resource::order))
            .toList();
    Optional<Resource> first = blocks.stream().findFirst();
    return NodeVnic.of(
        draft,
        vnic,
        draft.get(vnic.need("subnetId")).orElseThrow(),
        vnic.inner().doc("details"),
        blocks.stream().flatMap(each -> Cidr.address(each.need("ipAddress")).stream()).toList(),
        first.map(each -> (int) each.body().numberOr("cidrPrefixLength", 32)).orElse(32));
  }
}
