package dev.podnet.sim.oke;

import dev.podnet.sim.model.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;

/** A kubeconfig for a cluster. Local API servers take any token, so there is no exec credential. */
final class Kubeconfig {
  /** Local API servers speak plain HTTP: no key goes with this certificate. */
  private static final String AUTHORITY = authority();

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
        certificate-authority-data: %3$s
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
        .formatted(name, server, AUTHORITY);
  }

  private static String authority() {
    try (InputStream in = Kubeconfig.class.getResourceAsStream("kubernetes-ca.pem")) {
      if (in == null) {
        throw new IllegalStateException("kubernetes-ca.pem is not on the class path.");
      }
      return Base64.getEncoder().encodeToString(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("kubernetes-ca.pem cannot be read.", e);
    }
  }
}
