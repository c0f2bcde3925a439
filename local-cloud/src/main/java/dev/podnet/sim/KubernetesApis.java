package dev.podnet.sim;

import java.util.Map;

/**
 * What the simulator needs of Kubernetes: one API for each cluster. Every call may come twice and
 * must not mind.
 */
public interface KubernetesApis {
  /**
   * The base URL of a cluster's API, the same over restarts; asked for before and after {@link
   * #create}.
   */
  String server(String clusterId);

  void create(String clusterId);

  void delete(String clusterId);

  /** Creates or replaces an object. */
  void apply(String clusterId, Map<String, Object> object);

  void remove(String clusterId, String apiVersion, String kind, String name);
}
