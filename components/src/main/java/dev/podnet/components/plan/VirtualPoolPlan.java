package dev.podnet.components.plan;

import dev.podnet.components.config.VirtualPoolConfig.TaintConfig;
import dev.podnet.components.config.VirtualPoolConfig.VirtualPlacementConfig;
import java.util.List;
import java.util.Map;

/**
 * A pool of virtual nodes.
 *
 * @param placement where they run; empty for every availability domain of the region
 * @param subnet the nodes' subnet, where a placement names none
 * @param labels Kubernetes labels that they register with, in order of their keys
 */
public record VirtualPoolPlan(
    String name,
    String compartment,
    int size,
    String podShape,
    List<VirtualPlacementConfig> placement,
    String subnet,
    String podSubnet,
    List<Map.Entry<String, String>> labels,
    List<TaintConfig> taints,
    List<String> nsgs,
    List<String> podNsgs,
    Map<String, String> tags) {
  /** Every availability domain has these three; the API wants them said. */
  public static final List<String> FAULT_DOMAINS =
      List.of("FAULT-DOMAIN-1", "FAULT-DOMAIN-2", "FAULT-DOMAIN-3");

  public VirtualPoolPlan {
    placement = List.copyOf(placement);
    labels = List.copyOf(labels);
    taints = List.copyOf(taints);
    nsgs = List.copyOf(nsgs);
    podNsgs = List.copyOf(podNsgs);
    tags = Map.copyOf(tags);
  }
}
