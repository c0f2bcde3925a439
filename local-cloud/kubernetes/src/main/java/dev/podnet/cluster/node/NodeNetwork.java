package dev.podnet.cluster.node;

/**
 * A node's place in the cluster's network.
 *
 * @param namespace the name of its network namespace
 * @param address of its {@code eth0}
 * @param pods the block that is its pods', where the bridge plugin gives addresses
 */
record NodeNetwork(String namespace, String address, String pods) {}
