package dev.podnet.components.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many pods a pool holds.
 *
 * @param podsPerNode pods with an address of their own, on one node
 * @param profiles addresses per node, by profile; empty in the standard configuration
 * @param nodes nodes of the pool
 */
public record Capacity(int podsPerNode, Map<String, Integer> profiles, int nodes) {
  /** Most addresses of a node, over all its VNICs. Source: Oracle's page on VCN-native CNI. */
  public static final int MAX_PER_NODE = 256;

  /** Pods per VNIC in the standard configuration. Source: as above, MIN((VNICs−1)×31, 256). */
  public static final int PER_STANDARD_VNIC = 31;

  public Capacity {
    profiles = Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
  }

  /** Pods per node without profiles: MIN((VNICs − 1) × 31, 256). */
  public static int standard(int vnics) {
    return Math.min(Math.max(vnics - 1, 0) * PER_STANDARD_VNIC, MAX_PER_NODE);
  }

  /** Pods over all nodes. */
  public int total() {
    return podsPerNode * nodes;
  }
}
