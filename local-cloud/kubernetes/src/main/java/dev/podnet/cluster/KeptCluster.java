package dev.podnet.cluster;

import dev.podnet.cluster.control.Place;
import dev.podnet.cluster.node.NodeOptions;
import dev.podnet.cluster.process.ProcessIdentity;
import dev.podnet.cluster.process.Processes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cluster that outlives who started it, known by its folder. */
public final class KeptCluster {
  private final Path folder;

  public KeptCluster(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** The one that is meant when nobody names another. */
  public static Path usualFolder() {
    return ClusterFolder.base().resolve("kept");
  }

  public Path folder() {
    return folder;
  }

  /** An administrator's; it stays valid when the cluster is started again with its data. */
  public Path kubeconfig() {
    return folder.resolve("kubeconfig/admin");
  }

  /** All that belong to it, dead ones too. */
  public List<ProcessIdentity> programs() {
    return new Processes(folder).recorded();
  }

  /** Whether everything that was started runs. */
  public boolean running() {
    return !programs().isEmpty() && programs().stream().allMatch(ProcessIdentity::alive);
  }

  /**
   * Starts it, on the data that it kept if there are any; what still runs of it is ended first.
   *
   * @param nodes how many; without any the control plane is on the machine's loopback
   */
  public void start(int nodes, boolean fakeKubelets) {
    Optional<Place> place = nodes == 0 ? Optional.of(Place.loopback()) : Optional.empty();
    ClusterOptions options = new ClusterOptions(Optional.of(folder), place, fakeKubelets, Map.of());
    Cluster cluster = Cluster.start(options);
    for (int i = 1; i <= nodes; i++) {
      cluster.startNode(NodeOptions.named("node-" + i));
    }
  }

  /** Ends it; its data are kept or removed. */
  public void stop(boolean keep) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    ClusterFolder own = ClusterFolder.kept(folder);
    if (keep) {
      own.stop();
    } else {
      own.clear();
    }
  }
}
