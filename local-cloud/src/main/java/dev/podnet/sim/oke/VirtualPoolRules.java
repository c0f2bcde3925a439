package dev.podnet.sim.oke;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Event;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Rules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A pool of virtual nodes: keeps as many of them as it is told to have. */
public final class VirtualPoolRules implements Rules {
  @Override
  public Optional<Refusal> refuseCreate(Draft draft, Doc input) {
    var cluster = cluster(draft, input);
    return Refusal.first(
        () ->
            Refusal.when(
                !List.of("ACTIVE", "UPDATING").contains(cluster.state()),
                () ->
                    Refusal.incorrectState(
                        "The cluster " + cluster.id() + " is " + cluster.state() + ".")),
        () -> VirtualPoolCheck.refuse(draft, cluster, input));
  }

  @Override
  public Resource create(Draft draft, Resource fresh, Doc input) {
    return fresh.withBody(
        fresh
            .body()
            .with("kubernetesVersion", cluster(draft, input).text("kubernetesVersion"))
            .with("timeCreated", draft.timestamp())
            .orElse(
                Doc.of(
                    "initialVirtualNodeLabels", List.of(),
                    "taints", List.of(),
                    "nsgIds", List.of())));
  }

  @Override
  public Optional<Refusal> refuseUpdate(Draft draft, Resource old, Doc input, Doc merged) {
    return VirtualPoolCheck.refuse(draft, cluster(draft, old.body()), merged);
  }

  @Override
  public Resource update(Draft draft, Resource old, Resource merged) {
    return merged.with("timeUpdated", draft.timestamp());
  }

  @Override
  public Finished finished(Draft draft, Resource pool, Event event) {
    if (event == Event.DELETE) {
      removeNodes(draft, pool);
      return Finished.well(pool);
    }
    var errors = reconcile(draft, pool);
    return Finished.pool(pool, errors);
  }

  /** Also where a cluster goes and takes its pools along. */
  static void removeNodes(Draft draft, Resource pool) {
    nodes(draft, pool).forEach(node -> VirtualNodes.remove(draft, pool, node));
  }

  private static List<Refusal> reconcile(Draft draft, Resource pool) {
    var nodes = new ArrayList<>(nodes(draft, pool));
    long wanted = pool.body().numberOr("size", 0);
    while (nodes.size() > wanted) {
      VirtualNodes.remove(draft, pool, nodes.removeLast());
    }
    if (nodes.size() < wanted) {
      var forbidden = VirtualPoolCheck.notEndorsed(draft, pool.body());
      if (forbidden.isPresent()) {
        return List.of(forbidden.get());
      }
    }
    while (nodes.size() < wanted) {
      var node = VirtualNodes.add(draft, pool, nodes.size());
      if (node.isEmpty()) {
        return List.of(
            Refusal.internal(
                (wanted - nodes.size())
                    + " virtual node(s) could not be made: their subnet has no free address."));
      }
      nodes.add(node.get());
    }
    return List.of();
  }

  private static List<Resource> nodes(Draft draft, Resource pool) {
    return draft.referrers(pool.id()).stream()
        .filter(each -> each.kind().equals("virtualNode"))
        .sorted(Comparator.comparingLong(Resource::order))
        .toList();
  }

  private static Resource cluster(Draft draft, Doc pool) {
    return draft.get(pool.need("clusterId")).orElseThrow();
  }
}
