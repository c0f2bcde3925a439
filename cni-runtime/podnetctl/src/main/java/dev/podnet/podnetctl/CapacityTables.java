package dev.podnet.podnetctl;

import dev.podnet.components.config.Kinds;
import dev.podnet.components.plan.AddressShare;
import dev.podnet.components.plan.AddressShare.Part;
import dev.podnet.components.plan.Capacity;
import dev.podnet.components.plan.Plan;
import dev.podnet.components.plan.PoolPlan;
import dev.podnet.components.plan.SubnetAddresses;
import dev.podnet.podnetctl.Report.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How many pods there may be, and what that takes of the subnets, as tables. */
final class CapacityTables {
  private CapacityTables() {}

  static Table pools(Plan plan) {
    return new Table(
        "pools",
        List.of(
            "name",
            "kind",
            "shape",
            "nodes",
            "mostNodes",
            "surgeNodes",
            "cni",
            "networking",
            "vnics",
            "mostVnics",
            "podsPerNode",
            "pods"),
        plan.pools().stream().map(CapacityTables::pool).toList());
  }

  private static List<String> pool(PoolPlan pool) {
    Capacity capacity = pool.capacity();
    return List.of(
        pool.name(),
        Kinds.spelled(pool.kind()),
        pool.shape(),
        String.valueOf(capacity.nodes()),
        String.valueOf(capacity.mostNodes()),
        String.valueOf(capacity.surgeNodes()),
        Kinds.spelled(pool.cni()),
        pool.pods().mode(),
        String.valueOf(capacity.vnics()),
        orDash(capacity.shapeVnics()),
        String.valueOf(capacity.podsPerNode()),
        String.valueOf(capacity.total()));
  }

  /** Pods that ask for an Application Resource. */
  static Table resources(Plan plan) {
    return new Table(
        "resources",
        List.of("pool", "applicationResource", "podsPerNode", "pods"),
        plan.pools().stream()
            .flatMap(pool ->
                pool.capacity().resources().entrySet().stream()
                    .map(r ->
                        List.of(
                            pool.name(),
                            r.getKey(),
                            String.valueOf(r.getValue()),
                            String.valueOf((long) r.getValue() * pool.capacity().nodes()))))
            .toList());
  }

  /** Addresses that all pools together need of a subnet. */
  static Table addresses(Plan plan) {
    return new Table(
        "addresses",
        List.of("subnet", "best", "worst", "replacing", "usable", "free", "fits"),
        plan.addresses().stream()
            .map(a ->
                List.of(
                    a.subnet(),
                    String.valueOf(a.best()),
                    String.valueOf(a.worst()),
                    String.valueOf(a.replacing()),
                    orDash(a.usable()),
                    orDash(a.free()),
                    Kinds.spelled(a.fit())))
            .toList());
  }

  /** What of that is whose. */
  static Table shares(Plan plan) {
    return new Table(
        "shares",
        List.of("subnet", "pool", "for", "nodes", "perNode", "addresses"),
        plan.addresses().stream().flatMap(CapacityTables::shares).toList());
  }

  private static Stream<List<String>> shares(SubnetAddresses subnet) {
    return subnet.shares().stream()
        .flatMap(share -> share.parts().stream().map(part -> share(subnet.subnet(), share, part)));
  }

  private static List<String> share(String subnet, AddressShare share, Part part) {
    long nodes = part.nodes(share.peak(share.pool().capacity().mostNodes()));
    String what =
        switch (part) {
          case Part.Node node -> "nodes";
          case Part.Pods pods -> "pods";
          case Part.Profile profile -> "profile " + profile.name();
        };
    return List.of(
        subnet,
        share.pool().name(),
        what,
        String.valueOf(nodes),
        String.valueOf(part.perNode().addresses()),
        String.valueOf(part.perNode().times(nodes).addresses()));
  }

  private static String orDash(Optional<?> value) {
    return value.map(Object::toString).orElse("-");
  }
}
