package dev.podnet.components.plan;

import dev.podnet.components.config.InterfacesConfig;
import dev.podnet.components.config.PoolConfig;
import dev.podnet.components.config.ProfileConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** How many pods a pool's settings make room for. */
final class CapacityPlanner {
  /** What is planned on a shape that podnet does not know: any that runs pods has two VNICs. */
  private static final int FEWEST_VNICS = 2;

  private CapacityPlanner() {}

  static Capacity of(PoolConfig pool, Optional<Shape> shape) {
    Optional<Integer> vnics = shape.map(s -> s.vnics(pool.ocpus()));
    return pool.profiles().isEmpty() ? standard(pool, vnics) : profiles(pool, vnics);
  }

  private static Capacity standard(PoolConfig pool, Optional<Integer> vnics) {
    int room = vnics.map(Capacity::standard).orElse(Capacity.MAX_PER_NODE);
    int unasked = Capacity.standard(vnics.orElse(FEWEST_VNICS));
    int pods = Math.min(room, pool.maxPods().orElse(unasked));
    int used = 1 + Capacity.standardVnics(pods);
    return capacity(pool, vnics, used, room, pods, Map.of(), Map.of());
  }

  private static Capacity profiles(PoolConfig pool, Optional<Integer> vnics) {
    Map<String, Integer> addresses = new LinkedHashMap<>();
    pool.profiles().forEach(p -> addresses.merge(p.name(), p.ipCount(), Integer::sum));
    int room = room(addresses, pool.interfaces());
    int limit = pool.maxPods().orElse(Capacity.MAX_PER_NODE);
    return capacity(
        pool,
        vnics,
        1 + pool.profiles().size(),
        room,
        Math.min(room, limit),
        addresses,
        resources(pool.profiles(), Math.min(sum(addresses), limit)));
  }

  private static Capacity capacity(
      PoolConfig pool,
      Optional<Integer> shapeVnics,
      int vnics,
      int room,
      int pods,
      Map<String, Integer> profiles,
      Map<String, Integer> resources) {
    return new Capacity(
        pool.size(),
        pool.most(),
        pool.cycling().map(c -> c.surge(pool.most())).orElse(0L),
        vnics,
        shapeVnics,
        room,
        pods,
        profiles,
        resources);
  }

  /**
   * Pods with all their interfaces. Where nothing selects the profile of the primary interface it
   * may come from any, so that the others must not rely on what it might have left.
   */
  private static int room(Map<String, Integer> addresses, Optional<InterfacesConfig> interfaces) {
    List<String> extra = interfaces.map(InterfacesConfig::extra).orElse(List.of());
    Optional<String> primary = interfaces.flatMap(InterfacesConfig::primary);
    Map<String, Integer> perPod = new HashMap<>();
    List<String> named = new ArrayList<>(extra);
    primary.ifPresent(named::add);
    named.forEach(profile -> perPod.merge(profile, 1, Integer::sum));
    if (primary.isEmpty()) {
      perPod.replaceAll((profile, count) -> count + 1);
    }
    IntStream rooms =
        perPod.entrySet().stream()
            .filter(e -> addresses.containsKey(e.getKey()))
            .mapToInt(e -> addresses.getOrDefault(e.getKey(), 0) / e.getValue());
    return IntStream.concat(rooms, IntStream.of(sum(addresses))).min().orElse(0);
  }

  private static Map<String, Integer> resources(List<ProfileConfig> profiles, int limit) {
    Map<String, Integer> resources = new LinkedHashMap<>();
    profiles.forEach(
        p -> p.applicationResource().ifPresent(r -> resources.merge(r, p.ipCount(), Integer::sum)));
    resources.replaceAll((resource, pods) -> Math.min(pods, limit));
    return resources;
  }

  private static int sum(Map<String, Integer> addresses) {
    return addresses.values().stream().mapToInt(Integer::intValue).sum();
  }
}
