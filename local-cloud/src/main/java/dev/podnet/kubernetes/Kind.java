package dev.podnet.kubernetes;

import java.util.List;

/**
 * A kind of object.
 *
 * @param group empty for the core group
 * @param version such as v1
 * @param name such as DaemonSet
 * @param plural as in paths
 * @param namespaced whether its objects live in namespaces
 * @param shortNames as kubectl takes them
 */
record Kind(
    String group,
    String version,
    String name,
    String plural,
    boolean namespaced,
    List<String> shortNames) {

  String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }
}
