package dev.podnet.cluster;

import dev.podnet.cluster.control.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a cluster is to be.
 *
 * @param folder where it keeps everything, for one that goes on after this process and over
 *     restarts; empty: in memory, and gone with this process
 * @param place where the control plane listens; empty: on a network of the cluster's own, where it
 *     may have nodes
 * @param fakeKubelets whether kwok plays the kubelet of nodes annotated {@code kwok.x-k8s.io/node:
 *     fake}
 * @param arguments further arguments of the control plane's programs, by program; they win
 */
public record ClusterOptions(
    Optional<Path> folder,
    Optional<Place> place,
    boolean fakeKubelets,
    Map<String, List<String>> arguments) {

  public ClusterOptions {
    arguments = Map.copyOf(arguments);
  }

  /** A control plane on the machine's loopback. */
  public static ClusterOptions onLoopback() {
    return in(Place.loopback());
  }

  /** A control plane in a network namespace that is there, at an address that it has. */
  public static ClusterOptions in(Place place) {
    return new ClusterOptions(Optional.empty(), Optional.of(place), false, Map.of());
  }

  /** A control plane on a network of its own, where nodes can be started. */
  public static ClusterOptions withNodes() {
    return new ClusterOptions(Optional.empty(), Optional.empty(), false, Map.of());
  }

  public ClusterOptions keptIn(Path wanted) {
    return new ClusterOptions(Optional.of(wanted), place, fakeKubelets, arguments);
  }

  public ClusterOptions withFakeKubelets() {
    return new ClusterOptions(folder, place, true, arguments);
  }

  /** More arguments for {@code kube-apiserver}, {@code kube-controller-manager} and so on. */
  public ClusterOptions with(String program, String... more) {
    Map<String, List<String>> all = new HashMap<>(arguments);
    List<String> its = new ArrayList<>(all.getOrDefault(program, List.of()));
    its.addAll(List.of(more));
    all.put(program, its);
    return new ClusterOptions(folder, place, fakeKubelets, all);
  }
}
