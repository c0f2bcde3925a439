package dev.podnet.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.podnet.sim.KubernetesApis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * The Kubernetes APIs of all clusters. Each keeps its port for as long as the cluster exists,
 * because the port stands in kubeconfigs and so in the state files of users.
 */
public final class EmbeddedKubernetes implements KubernetesApis, AutoCloseable {
  /** Below the range from which the system takes ports for outgoing connections. */
  private static final int FIRST_PORT = 16_443;

  private static final int LAST_PORT = 17_442;

  /** The map from clusters to ports. */
  static final String PORTS = "ports";

  private final MVStore store;
  private final MVMap<String, Integer> ports;
  private final Map<String, ClusterServer> running = new TreeMap<>();

  private EmbeddedKubernetes(MVStore store) {
    this.store = store;
    this.ports = store.openMap(PORTS);
  }

  /** Opens the file and serves the clusters in it again. */
  public static EmbeddedKubernetes open(Path file) throws Unavailable {
    MVStore store;
    try {
      store = new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().open();
    } catch (MVStoreException e) {
      throw new Unavailable(
          "The Kubernetes objects in "
              + file
              + " cannot be opened: "
              + e.getMessage()
              + ". Another local cloud may use them (local-cloud/cloud status); if the file is"
              + " broken, local-cloud/cloud reset starts anew.");
    }
    var kubernetes = new EmbeddedKubernetes(store);
    try {
      for (String cluster : Map.copyOf(kubernetes.ports).keySet()) {
        kubernetes.serve(cluster);
      }
      return kubernetes;
    } catch (Unavailable e) {
      kubernetes.close();
      throw e;
    }
  }

  @Override
  public synchronized String server(String clusterId) {
    return "http://127.0.0.1:" + port(clusterId);
  }

  @Override
  public synchronized void create(String clusterId) {
    try {
      serve(clusterId);
    } catch (Unavailable e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  @Override
  public synchronized void delete(String clusterId) {
    ClusterServer server = running.remove(clusterId);
    if (server != null) {
      server.close();
    }
    store.removeMap(objects(clusterId));
    ports.remove(clusterId);
    store.commit();
  }

  @Override
  public synchronized void apply(String clusterId, Map<String, Object> object) {
    ClusterServer server = running.get(clusterId);
    if (server != null) {
      server.api().put(Json.MAPPER.convertValue(object, ObjectNode.class));
    }
  }

  @Override
  public synchronized void remove(String clusterId, String apiVersion, String kind, String name) {
    ClusterServer server = running.get(clusterId);
    if (server != null) {
      server.api().remove(apiVersion, kind, name);
    }
  }

  private void serve(String cluster) throws Unavailable {
    if (running.containsKey(cluster)) {
      return;
    }
    int port = port(cluster);
    var objects =
        new ObjectStore(store.openMap(objects(cluster)), store::commit, InstantSource.system());
    var api = new ClusterApi(objects);
    api.populate();
    try {
      running.put(cluster, new ClusterServer(api, port));
    } catch (IOException e) {
      throw new Unavailable(
          "Port "
              + port
              + ", on which the Kubernetes API of cluster "
              + cluster
              + " has always been, is taken by another process ("
              + e.getMessage()
              + "). End that process, or give up the clusters with local-cloud/cloud reset.");
    }
  }

  private int port(String cluster) {
    Integer known = ports.get(cluster);
    if (known != null) {
      return known;
    }
    for (int port = FIRST_PORT; port <= LAST_PORT; port++) {
      if (!ports.containsValue(port) && Ports.isFree(port)) {
        ports.put(cluster, port);
        store.commit();
        return port;
      }
    }
    throw new IllegalStateException(
        "No port between " + FIRST_PORT + " and " + LAST_PORT + " is free for another cluster.");
  }

  /** The map with the objects of a cluster. */
  static String objects(String cluster) {
    return "objects/" + cluster;
  }

  @Override
  public synchronized void close() {
    running.values().forEach(ClusterServer::close);
    running.clear();
    store.close();
  }

  /** The APIs cannot be served; the message says why and what to do. */
  public static final class Unavailable extends Exception {
    private static final long serialVersionUID = 1;

    Unavailable(String message) {
      super(message);
    }
  }
}
