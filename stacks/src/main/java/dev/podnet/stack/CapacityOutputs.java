package dev.podnet.stack;

import dev.podnet.components.config.Kinds;
import dev.podnet.components.plan.AddressShare;
import dev.podnet.components.plan.Capacity;
import dev.podnet.components.plan.PoolPlan;
import dev.podnet.components.plan.SubnetAddresses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many pods there may be, and what that takes of the subnets, as outputs. */
final class CapacityOutputs {
  private CapacityOutputs() {}

  /** By pool: nodes, VNICs and addresses of a node, pods on a node, on all, and by resource. */
  static Map<String, Map<String, Object>> pools(List<PoolPlan> pools) {
    return StackOutputs.byName(pools, PoolPlan::name, pool -> pool(pool.capacity()));
  }

  private static Map<String, Object> pool(Capacity capacity) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("nodes", capacity.nodes());
    told.put("mostNodes", capacity.mostNodes());
    told.put("surgeNodes", number(capacity.surgeNodes()));
    told.put("vnicsPerNode", capacity.vnics());
    capacity.shapeVnics().ifPresent(most -> told.put("mostVnicsPerNode", most));
    told.put("addressesPerNode", capacity.profiles());
    told.put("podsPerNode", capacity.podsPerNode());
    told.put("pods", number(capacity.total()));
    told.put("mostPods", number(capacity.mostTotal()));
    Map<String, Object> resources = new LinkedHashMap<>();
    capacity
        .resources()
        .forEach((resource, pods) -> resources.put(resource, resource(pods, capacity)));
    told.put("applicationResources", resources);
    return told;
  }

  private static Map<String, Object> resource(int podsPerNode, Capacity capacity) {
    return Map.of(
        "podsPerNode", podsPerNode,
        "pods", number((long) podsPerNode * capacity.nodes()),
        "mostPods", number((long) podsPerNode * capacity.mostNodes()));
  }

  /** By subnet: addresses needed at best and at worst, those there are, and each pool's. */
  static Map<String, Map<String, Object>> subnets(List<SubnetAddresses> subnets) {
    return StackOutputs.byName(subnets, SubnetAddresses::subnet, CapacityOutputs::subnet);
  }

  private static Map<String, Object> subnet(SubnetAddresses subnet) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("best", number(subnet.best()));
    told.put("worst", number(subnet.worst()));
    told.put("replacing", number(subnet.replacing()));
    subnet.usable().ifPresent(usable -> told.put("usable", number(usable)));
    subnet.free().ifPresent(free -> told.put("free", number(free)));
    told.put("fits", Kinds.spelled(subnet.fit()));
    told.put(
        "pools",
        StackOutputs.byName(
            subnet.shares(),
            (AddressShare share) -> share.pool().name(),
            share -> number(share.blocks().addresses())));
    return told;
  }

  /** Outputs have no long numbers; what is larger has been refused. */
  private static int number(long number) {
    return (int) Math.min(number, Integer.MAX_VALUE);
  }
}
