package dev.podnet.cluster;

import dev.podnet.cluster.node.NodeOptions;

/** Starts a cluster with a node, tells where it is, and stays until it is killed. */
final class KilledStarter {
  private KilledStarter() {}

  public static void main(String[] args) throws InterruptedException {
    Cluster cluster = Cluster.start(ClusterOptions.withNodes());
    cluster.startNode(NodeOptions.named("left"));
    System.out.println(cluster.folder());
    Thread.currentThread().join();
  }
}
