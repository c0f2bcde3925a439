package dev.podnet.components.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many pods a pool holds.
 *
 * @param nodes nodes of the pool
 * @param mostNodes what an autoscaler may make of them; the same where there is none
 * @param surgeNodes nodes beyond those while they are cycled
 * @param vnics VNICs that a node uses, its primary one included
 * @param shapeVnics VNICs that its shape allows; empty for a shape that podnet does not know
 * @param room pods that a node has addresses for
 * @param podsPerNode the same, or what maxPods lowers it to
 * @param profiles addresses per node, by profile; empty in the standard configuration
 * @param resources pods per node that ask for an Application Resource, by its name
 */
public record Capacity(
    int nodes,
    int mostNodes,
    long surgeNodes,
    int vnics,
    Optional<Integer> shapeVnics,
    int room,
    int podsPerNode,
    Map<String, Integer> profiles,
    Map<String, Integer> resources) {
  /** Most addresses of a node, over all its VNICs. Source: Oracle's page on VCN-native CNI. */
  public static final int MAX_PER_NODE = 256;

  /** Pods per VNIC in the standard configuration. Source: as above, MIN((VNICs−1)×31, 256). */
  public static final int PER_STANDARD_VNIC = 31;

  public Capacity {
    profiles = Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
    resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
  }

  /** Pods per node without profiles: MIN((VNICs − 1) × 31, 256). */
  public static int standard(int vnics) {
    return Math.min(Math.max(vnics - 1, 0) * PER_STANDARD_VNIC, MAX_PER_NODE);
  }

  /**
   * Secondary VNICs that OKE attaches for so many pods in the standard configuration: ⌈pods/31⌉.
   */
  public static int standardVnics(int pods) {
    return (pods + PER_STANDARD_VNIC - 1) / PER_STANDARD_VNIC;
  }

  /** Pods over all nodes. */
  public long total() {
    return (long) podsPerNode * nodes;
  }

  /** Pods over all nodes that an autoscaler may make. */
  public long mostTotal() {
    return (long) podsPerNode * mostNodes;
  }
}
