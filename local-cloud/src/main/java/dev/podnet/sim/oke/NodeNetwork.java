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
  private static final String STATUS = "status";

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

  /**
   * A node as it is launched: its network starts now, and is there after the catalog's delay. What
   * the pool is now counts for the node's whole life: an update leaves nodes as they are.
   *
   * @param pods whether its pods have addresses of the VCN
   */
  static Resource start(Draft draft, Resource pool, Resource node, int index, boolean pods) {
    var launched =
        node.withInner(INNER, Doc.of("pool", pool.id(), "index", index, "launchedAs", pool.body()));
    if (!pods) {
      return show(draft, launched, Status.SUCCESS);
    }
    var started = show(draft, launched, Status.IN_PROGRESS);
    var delay = draft.catalog().delay("instance", Event.NETWORK);
    if (delay.isZero()) {
      return comesAbout(draft, started);
    }
    draft.later(delay, Event.NETWORK, node.id());
    return started;
  }

  /** One try. Whoever is no node of a pool, is one no more or is done, stays as it is. */
  public static Resource comesAbout(Draft draft, Resource node) {
    var pool = pool(draft, node);
    if (pool.isEmpty() || status(node).done()) {
      return node;
    }
    var obstacle =
        draft
            .world()
            .mishaps()
            .networkFails((int) node.inner().doc(INNER).numberOr("index", 0))
            .or(() -> new NodeLauncher(draft, pool.get()).attachMissing(node));
    if (obstacle.isPresent()) {
      draft.later(PAUSE, Event.NETWORK, node.id());
    }
    return show(
        draft, node, obstacle.map(reason -> new Status("BACKOFF", reason)).orElse(Status.SUCCESS));
  }

  /** Tells Kubernetes anew what a node is, after it was stopped or started. */
  public static Resource tell(Draft draft, Resource node) {
    return pool(draft, node).isEmpty() ? draft.put(node) : show(draft, node, status(node));
  }

  /** What a node's pool was at its launch; empty for an instance that no pool launched. */
  static Doc launchedAs(Resource node) {
    return node.inner().doc(INNER).doc("launchedAs");
  }

  private static Optional<Resource> pool(Draft draft, Resource node) {
    return draft
        .get(node.inner().doc(INNER).textOr("pool", ""))
        .filter(each -> !each.state().equals("DELETED"))
        .filter(_ -> List.of("RUNNING", "STOPPED").contains(node.state()))
        .map(each -> each.withBody(launchedAs(node)));
  }

  private static Status status(Resource node) {
    var status = node.inner().doc(INNER).doc(STATUS);
    return new Status(status.textOr("state", ""), status.textOr("reason", ""));
  }

  private static Resource show(Draft draft, Resource node, Status status) {
    var pool = pool(draft, node).orElseThrow();
    var cluster = draft.get(pool.need("clusterId")).orElseThrow();
    var vnics = Vnics.of(draft, node).stream().map(each -> read(draft, each)).toList();
    var objects = new NodeObjects(pool, cluster, node, vnics, status);
    draft.effect(Effect.Action.APPLY, cluster.id(), objects.node().asMap());
    if (!status.done() || vnics.size() > 1) {
      draft.effect(Effect.Action.APPLY, cluster.id(), objects.nativePodNetwork().asMap());
    }
    var told = Doc.of("state", status.state(), "reason", status.reason());
    return draft.put(node.withInner(INNER, node.inner().doc(INNER).with(STATUS, told)));
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
