package dev.podnet.sim.oke;

import dev.podnet.sim.model.Resource;

/** A kubeconfig for a cluster. Local API servers take any token, so there is no exec credential. */
final class Kubeconfig {
  private Kubeconfig() {}

  static String of(Resource cluster, String server) {
    String name = cluster.id().substring(cluster.id().length() - 11);
    return """
    ---
    apiVersion: v1
    kind: Config
    clusters:
    - name: cluster-%1$s
      cluster:
        server: %2$s
    contexts:
    - name: context-%1$s
      context:
        cluster: cluster-%1$s
        user: user-%1$s
    current-context: context-%1$s
    preferences: {}
    users:
    - name: user-%1$s
      user:
        token: local
    """
        .formatted(name, server);
  }
}
