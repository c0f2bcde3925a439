package dev.podnet.components.plan;

import dev.podnet.components.config.PlacementConfig;
import dev.podnet.components.plan.AddressShare.Part;
import dev.podnet.components.plan.PoolPlan.Pods;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which addresses the pools need in which subnet. */
final class AddressPlanner {
  private AddressPlanner() {}

  /** The subnets that pools use, in the order in which they are declared. */
  static List<SubnetAddresses> plan(NetworkPlan network, List<PoolPlan> pools) {
    Map<String, List<AddressShare>> shares = new HashMap<>();
    for (PoolPlan pool : pools) {
      parts(pool)
          .forEach((subnet, parts) ->
              shares
                  .computeIfAbsent(subnet, s -> new ArrayList<>())
                  .add(new AddressShare(pool, parts)));
    }
    return network.subnets().stream()
        .filter(s -> shares.containsKey(s.name()))
        .map(s ->
            SubnetAddresses.of(
                s.name(),
                s.cidrs(),
                !s.origin().isCreated(),
                shares.getOrDefault(s.name(), List.of())))
        .toList();
  }

  private static Map<String, List<Part>> parts(PoolPlan pool) {
    Map<String, List<Part>> parts = new LinkedHashMap<>();
    placements(pool)
        .forEach((subnet, count) ->
            add(parts, subnet, new Part.Node(count, Math.max(pool.placement().size(), 1))));
    if (pool.pods() instanceof Pods.Standard s) {
      add(parts, s.subnet(), new Part.Pods(s.maxPods(), Capacity.standardVnics(s.maxPods())));
    } else if (pool.pods() instanceof Pods.Profiles p) {
      p.profiles().forEach(x -> add(parts, x.subnet(), new Part.Profile(x.name(), x.ipCount())));
    }
    return parts;
  }

  /** How many of a pool's placements are in which worker subnet. */
  private static Map<String, Integer> placements(PoolPlan pool) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (PlacementConfig placement : pool.placement()) {
      counts.merge(placement.subnet().orElse(pool.subnet()), 1, Integer::sum);
    }
    return counts.isEmpty() ? Map.of(pool.subnet(), 1) : counts;
  }

  private static void add(Map<String, List<Part>> parts, String subnet, Part part) {
    parts.computeIfAbsent(subnet, s -> new ArrayList<>()).add(part);
  }
}
