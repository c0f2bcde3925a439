package dev.podnet.sim;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Kubernetes APIs that only remember what they were told. */
final class FakeKubernetes implements KubernetesApis {
  private final Map<String, Map<String, Map<String, Object>>> clusters =
      new ConcurrentSkipListMap<>();
  private volatile boolean broken;

  @Override
  public String server(String clusterId) {
    return "http://127.0.0.1:1/" + clusterId;
  }

  /** From now on every call fails, or none does. */
  void breakDown(boolean broken) {
    this.broken = broken;
  }

  @Override
  public void create(String clusterId) {
    if (broken) {
      throw new IllegalStateException("The API server cannot be started: a planned failure.");
    }
    clusters.computeIfAbsent(clusterId, _ -> new ConcurrentSkipListMap<>());
  }

  @Override
  public void delete(String clusterId) {
    clusters.remove(clusterId);
  }

  @Override
  public void apply(String clusterId, Map<String, Object> object) {
    var metadata = (Map<?, ?>) object.get("metadata");
    objects(clusterId)
        .put(object.get("kind") + "/" + (metadata == null ? "" : metadata.get("name")), object);
  }

  @Override
  public void remove(String clusterId, String apiVersion, String kind, String name) {
    objects(clusterId).remove(kind + "/" + name);
  }

  /** By kind and name. */
  Map<String, Map<String, Object>> objects(String clusterId) {
    return clusters.computeIfAbsent(clusterId, _ -> new ConcurrentSkipListMap<>());
  }

  boolean has(String clusterId) {
    return clusters.containsKey(clusterId);
  }
}
