package dev.podnet.cluster.node;

import java.util.List;
import java.util.Map;

/**
 * What a node is to be.
 *
 * @param name of the Node object and of the machine; short, since namespaces are named by it
 * @param labels with which it registers
 * @param taints with which it registers, as {@code key=value:effect} or {@code key:effect}
 * @param bridge whether its pods get a network at once, of the reference plugins {@code bridge} and
 *     {@code host-local}; otherwise it stays NotReady until somebody writes a configuration into
 *     {@code /etc/cni/net.d}
 * @param maxPods as the kubelet's setting
 */
public record NodeOptions(
    String name, Map<String, String> labels, List<String> taints, boolean bridge, int maxPods) {
  public NodeOptions {
    if (!name.matches("[a-z0-9]([a-z0-9-]{0,18}[a-z0-9])?")) {
      throw new IllegalArgumentException(
          "A node's name is 1 to 20 small letters, digits and inner hyphens, not \""
              + name
              + "\".");
    }
    labels = Map.copyOf(labels);
    taints = List.copyOf(taints);
  }

  public static NodeOptions named(String name) {
    return new NodeOptions(name, Map.of(), List.of(), true, 110);
  }

  public NodeOptions withLabels(Map<String, String> wanted) {
    return new NodeOptions(name, wanted, taints, bridge, maxPods);
  }

  public NodeOptions withTaints(String... wanted) {
    return new NodeOptions(name, labels, List.of(wanted), bridge, maxPods);
  }

  public NodeOptions withoutNetwork() {
    return new NodeOptions(name, labels, taints, false, maxPods);
  }

  public NodeOptions withMaxPods(int wanted) {
    return new NodeOptions(name, labels, taints, bridge, wanted);
  }
}
