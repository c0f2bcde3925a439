package dev.podnet.components.check;

import dev.podnet.components.check.Subject.At;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.SubnetConfig;
import dev.podnet.components.net.BlockSpace;
import dev.podnet.components.plan.Capacity;
import dev.podnet.components.plan.PoolPlan;
import dev.podnet.components.plan.PoolPlan.Pods;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether subnets have room for the nodes and pods planned for them, at best. */
final class AddressChecks {
  private AddressChecks() {}

  /** Blocks of one size that a pool's nodes need in a subnet. */
  private record Demand(String pool, int blockSize, long count) {
    long addresses() {
      return blockSize * count;
    }

    String told() {
      return "pool '" + pool + "' " + count + " × " + blockSize;
    }
  }

  static Stream<Finding> podSubnetRoom(Subject subject) {
    return subject
        .subnets()
        // One that exists may be named by its OCID alone; a new one without blocks is told already.
        .filter(subnet -> !subnet.value().cidrs().isEmpty())
        .flatMap(subnet -> room(subject, subnet).stream());
  }

  private static List<Finding> room(Subject subject, At<SubnetConfig> subnet) {
    List<Demand> demands =
        subject.plan().pools().stream()
            .flatMap(pool -> demands(pool, subnet.value().name()))
            .sorted(Comparator.comparingInt(Demand::blockSize).reversed())
            .toList();
    BlockSpace space = new BlockSpace(subnet.value().cidrs());
    List<String> tight = new ArrayList<>();
    for (Demand demand : demands) {
      if (space.take(demand.blockSize(), demand.count()) < demand.count()) {
        tight.add(demand.told());
      }
    }
    return tight.isEmpty() ? List.of() : List.of(tooSmall(subnet, demands));
  }

  private static Stream<Demand> demands(PoolPlan pool, String subnet) {
    List<Demand> demands = new ArrayList<>();
    if (pool.subnet().equals(subnet)) {
      demands.add(new Demand(pool.name(), 1, pool.size()));
    }
    if (pool.pods() instanceof Pods.Profiles profiles) {
      profiles.profiles().stream()
          .filter(p -> p.subnet().equals(subnet))
          .forEach(p -> {
            demands.add(new Demand(pool.name(), p.ipCount(), pool.size()));
            demands.add(new Demand(pool.name(), 1, pool.size()));
          });
    } else if (pool.pods() instanceof Pods.Standard s && s.subnet().equals(subnet)) {
      int vnics = (s.maxPods() + Capacity.PER_STANDARD_VNIC - 1) / Capacity.PER_STANDARD_VNIC;
      demands.add(new Demand(pool.name(), 1, (long) pool.size() * (s.maxPods() + vnics)));
    }
    return demands.stream();
  }

  private static Finding tooSmall(At<SubnetConfig> subnet, List<Demand> demands) {
    long needed = demands.stream().mapToLong(Demand::addresses).sum();
    return Finding.error(
        "subnet-too-small",
        subnet.path().key("cidrs").toString(),
        "'"
            + subnet.value().name()
            + "' "
            + subnet.value().cidrs()
            + " has no room for "
            + needed
            + " addresses in aligned blocks: "
            + demands.stream().map(Demand::told).collect(Collectors.joining(", "))
            + " (nodes × addresses of a block; 1 is a VNIC's own).",
        "Make the subnet larger or give it a second block, or lower size or ipCount.",
        Sources.NPN);
  }
}
