package dev.podnet.sim.oke;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Event;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Rules;
import dev.podnet.sim.model.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** A node pool: keeps as many nodes as it is told to have. */
public final class NodePoolRules implements Rules {
  @Override
  public Optional<Refusal> refuseCreate(Draft draft, Doc input) {
    var cluster = draft.get(input.need("clusterId")).orElseThrow();
    return Refusal.first(
        () ->
            Refusal.when(
                !List.of("ACTIVE", "UPDATING").contains(cluster.state()),
                () ->
                    Refusal.incorrectState(
                        "The cluster " + cluster.id() + " is " + cluster.state() + ".")),
        () -> PoolCheck.refuse(draft, cluster, input));
  }

  @Override
  public Resource create(Draft draft, Resource fresh, Doc input) {
    var cluster = draft.get(input.need("clusterId")).orElseThrow();
    return described(
        draft,
        fresh.withBody(
            fresh
                .body()
                .orElse(
                    Doc.of(
                        "kubernetesVersion", cluster.text("kubernetesVersion"),
                        "networkLaunchType", "PARAVIRTUALIZED",
                        "nodeMetadata", Doc.EMPTY,
                        "initialNodeLabels", List.of(),
                        "nodeEvictionNodePoolSettings",
                            Doc.of(
                                "evictionGraceDuration",
                                "PT60M",
                                "isForceDeleteAfterGraceDuration",
                                false)))));
  }

  @Override
  public Optional<Refusal> refuseUpdate(Draft draft, Resource old, Doc input, Doc merged) {
    var cluster = draft.get(old.need("clusterId")).orElseThrow();
    return Refusal.first(
        () -> NodeCycling.refuse(old, input),
        () -> PoolCheck.refuse(draft, cluster, deep(old, merged)));
  }

  @Override
  public Resource update(Draft draft, Resource old, Resource merged) {
    return described(draft, merged.withBody(deep(old, merged.body())));
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

  @Override
  public Doc view(State state, Resource pool) {
    return pool.body()
        .with(
            "nodes",
            nodes(state, pool).stream().map(each -> NodeView.of(state, pool, each)).toList());
  }

  /** The live instances of a pool, running or stopped, oldest first. */
  static List<Resource> nodes(State state, Resource pool) {
    return state.referrers(pool.id()).stream()
        .filter(each -> each.kind().equals("instance") && !each.state().startsWith("TERMINAT"))
        .sorted(Comparator.comparingLong(Resource::order))
        .toList();
  }

  static void removeNodes(Draft draft, Resource pool) {
    var launcher = new NodeLauncher(draft, pool);
    nodes(draft, pool).forEach(launcher::terminate);
  }

  /**
   * Launches or terminates until the size is right; says why nodes are missing. Newest nodes go
   * first.
   */
  private static List<Refusal> reconcile(Draft draft, Resource pool) {
    var launcher = new NodeLauncher(draft, pool);
    var nodes = new ArrayList<>(nodes(draft, pool));
    long wanted = PoolCheck.size(pool.body());
    while (nodes.size() > wanted) {
      launcher.terminate(nodes.removeLast());
    }
    if (nodes.size() < wanted) {
      var forbidden = PoolAccess.refuse(draft, pool);
      if (forbidden.isPresent()) {
        return List.of(forbidden.get());
      }
    }
    for (int missing = (int) (wanted - nodes.size()); missing > 0; missing--) {
      var error = launcher.launch(nodes);
      if (error.isPresent()) {
        return List.of(
            Refusal.internal(missing + " node(s) could not be launched: " + error.get()));
      }
    }
    return NodeCycling.of(draft, pool, launcher, nodes);
  }

  /** An update names only what changes inside these objects too. */
  private static Doc deep(Resource old, Doc merged) {
    var result = merged;
    for (String field : List.of("nodeConfigDetails", "nodeShapeConfig")) {
      if (merged.has(field)) {
        result = result.with(field, old.body().doc(field).withAll(merged.doc(field)));
      }
    }
    return result;
  }

  /** The fields that OCI derives from the others. */
  private static Resource described(Draft draft, Resource pool) {
    var result = pool;
    var source = pool.body().doc("nodeSourceDetails");
    var image =
        source.has("imageId") ? draft.get(source.need("imageId")) : Optional.<Resource>empty();
    if (image.isPresent()) {
      String name = image.get().need("displayName");
      result =
          result
              .with("nodeImageId", image.get().id())
              .with("nodeImageName", name)
              .with(
                  "nodeSource",
                  Doc.of("sourceType", "IMAGE", "imageId", image.get().id(), "sourceName", name));
    }
    var subnets = new LinkedHashSet<String>();
    pool.body()
        .doc("nodeConfigDetails")
        .docs("placementConfigs")
        .forEach(each -> subnets.add(each.need("subnetId")));
    return subnets.isEmpty()
        ? result
        : result.with("subnetIds", subnets).with("quantityPerSubnet", 0);
  }
}
