package dev.podnet.sim.oke;

import dev.podnet.sim.iam.Access;
import dev.podnet.sim.iam.Need;
import dev.podnet.sim.iam.Verb;
import dev.podnet.sim.model.Catalog;
import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the cluster, as a principal of its own, must be allowed to do before the nodes of a pool can
 * serve pods. Within its own compartment it may do everything but use IPv6 addresses.
 */
final class PoolAccess {
  private final Draft draft;
  private final Resource cluster;
  private final Access access;
  private final List<Refusal> refusals = new ArrayList<>();

  private PoolAccess(Draft draft, Resource cluster) {
    this.draft = draft;
    this.cluster = cluster;
    this.access = new Access(draft, draft.catalog(), cluster);
  }

  /** The first thing that no policy allows the cluster of this pool. */
  static Optional<Refusal> refuse(Draft draft, Resource pool) {
    var cluster = draft.get(pool.need("clusterId")).orElseThrow();
    if (!ClusterRules.isNative(cluster)) {
      return Optional.empty();
    }
    var check = new PoolAccess(draft, cluster);
    var subnets = podSubnets(pool.body());
    check.foreign("instances", Set.of(pool.need("compartmentId")));
    check.foreign("private-ips", check.compartments(subnets));
    check.foreign("network-security-groups", check.compartments(podGroups(pool.body())));
    if (cluster.body().doc("options").texts("ipFamilies").contains("IPv6")) {
      check.compartments(subnets).forEach(each -> check.demand("ipv6s", each));
    }
    return check.refusals.stream().findFirst();
  }

  private void foreign(String type, Set<String> compartments) {
    for (String compartment : compartments) {
      if (!compartment.equals(cluster.text("compartmentId"))) {
        demand(type, compartment);
      }
    }
  }

  private void demand(String type, String compartment) {
    var need = need(draft.catalog(), type);
    if (!access.allows(need, compartment)) {
      refusals.add(
          Refusal.notFound(
              "the cluster %s may not %s %s in the compartment %s, as no policy of it or above it says"
                  .formatted(cluster.id(), need.verb().word(), type, compartment)));
    }
  }

  private Set<String> compartments(Set<String> ids) {
    var compartments = new LinkedHashSet<String>();
    ids.forEach(id -> compartments.add(draft.get(id).orElseThrow().need("compartmentId")));
    return compartments;
  }

  private static Need need(Catalog catalog, String type) {
    var row = catalog.facts().doc("clusterNeeds").doc(type);
    return new Need(
        Verb.valueOf(row.need("verb").toUpperCase(Locale.ROOT)),
        type,
        Set.copyOf(row.texts("permissions")));
  }

  private static Set<String> podSubnets(Doc pool) {
    var ids = new LinkedHashSet<>(Profiles.podOptions(pool).texts("podSubnetIds"));
    Profiles.of(pool).forEach(each -> ids.add(each.need("subnetId")));
    return ids;
  }

  private static Set<String> podGroups(Doc pool) {
    var ids = new LinkedHashSet<>(Profiles.podOptions(pool).texts("podNsgIds"));
    Profiles.of(pool).forEach(each -> ids.addAll(each.texts("nsgIds")));
    return ids;
  }
}
