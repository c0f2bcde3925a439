package dev.podnet.components.plan;

import java.util.Map;
import java.util.TreeMap;

/**
 * What instances must be told to become nodes with VCN-native pod networking. Source: Oracle,
 * Working with Self-Managed Nodes.
 */
public final class SelfManaged {
  /** Metadata key for the OCID of the pod subnet. */
  public static final String POD_SUBNETS = "pod-subnets";

  /** Metadata key for the OCIDs of the pods' security groups, with commas. */
  public static final String POD_GROUPS = "pod-nsgids";

  private SelfManaged() {}

  /** The keys whose values are known without the cloud. */
  static Map<String, String> metadata(int maxPods, boolean dualStack) {
    Map<String, String> metadata = new TreeMap<>();
    metadata.put("oke-native-pod-networking", "true");
    metadata.put("oke-max-pods", String.valueOf(maxPods));
    if (dualStack) {
      metadata.put("ip-families", "IPv4,IPv6");
    }
    return metadata;
  }
}
