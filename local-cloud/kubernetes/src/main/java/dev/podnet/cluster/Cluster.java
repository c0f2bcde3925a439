package dev.podnet.cluster;

import dev.podnet.cluster.control.ControlPlane;
import dev.podnet.cluster.control.Place;
import dev.podnet.cluster.control.Programs;
import dev.podnet.cluster.node.ClusterNetwork;
import dev.podnet.cluster.node.Node;
import dev.podnet.cluster.node.NodeOptions;
import dev.podnet.cluster.node.Nodes;
import dev.podnet.cluster.process.ClusterException;
import dev.podnet.cluster.process.Processes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A real Kubernetes cluster on this machine: control plane, with TLS and RBAC, and nodes.
 *
 * <p>Several may run at once. {@link #close} ends a cluster and removes its data; if this process
 * dies before, the next start of any cluster does it. All failures are {@link ClusterException}s.
 */
public final class Cluster implements AutoCloseable {
  private final ClusterFolder folder;
  private final Programs programs;
  private final ControlPlane plane;
  private final @Nullable Nodes nodes;

  private Cluster(
      ClusterFolder folder,
      Programs programs,
      ControlPlane plane,
      Optional<ClusterNetwork> network) {
    this.folder = folder;
    this.programs = programs;
    this.plane = plane;
    this.nodes =
        network
            .map(own -> new Nodes(folder.path(), own, plane.credentials(), programs))
            .orElse(null);
  }

  /** Starts a cluster and returns when pods can be created. */
  public static Cluster start(ClusterOptions options) {
    Programs programs = Programs.find();
    ClusterFolder.clearLeftovers();
    ClusterFolder folder =
        options.folder().map(ClusterFolder::kept).orElseGet(ClusterFolder::ofThisProcess);
    if (options.folder().isEmpty()) {
      Runtime.getRuntime().addShutdownHook(new Thread(folder::clear, "clear " + folder.id()));
    }
    try {
      folder.stop();
      Optional<ClusterNetwork> network =
          options.place().isPresent()
              ? Optional.empty()
              : Optional.of(ClusterNetwork.create(folder.id()));
      Place place = options.place().or(() -> network.map(ClusterNetwork::hub)).orElseThrow();
      ControlPlane plane = ControlPlane.start(folder.path(), programs, place, options.arguments());
      if (options.fakeKubelets()) {
        plane.startFakeKubelets();
      }
      return new Cluster(folder, programs, plane, network);
    } catch (RuntimeException e) {
      folder.stop();
      throw e;
    }
  }

  /**
   * Starts a node; when it returns, the kubelet runs and is about to register.
   *
   * @throws ClusterException when the cluster has no network of its own
   */
  public Node startNode(NodeOptions options) {
    if (nodes == null) {
      throw new ClusterException(
          "A control plane at "
              + plane.place().address()
              + " has no nodes: start the cluster with nodes.");
    }
    return nodes.start(options);
  }

  /** {@code kubectl} as an administrator. */
  public Kubectl kubectl() {
    return kubectl(kubeconfig());
  }

  /** {@code kubectl} as the user of a kubeconfig of this cluster. */
  public Kubectl kubectl(Path kubeconfig) {
    boolean reachable = nodes != null;
    return new Kubectl(
        programs.path("kubectl"), reachable ? "" : plane.place().namespace(), kubeconfig);
  }

  /** An administrator's, in the group {@code system:masters}. */
  public Path kubeconfig() {
    return plane.credentials().kubeconfig("admin");
  }

  /** A new user's, with a certificate. */
  public Path kubeconfig(String user, String... groups) {
    return plane.credentials().kubeconfig("user-" + user.replace(':', '-'), user, List.of(groups));
  }

  /** What a program of the control plane has said. */
  public Path log(String program) {
    return new Processes(folder.path()).log(program);
  }

  /** Where it keeps everything. */
  public Path folder() {
    return folder.path();
  }

  @Override
  public void close() {
    folder.clear();
  }
}
