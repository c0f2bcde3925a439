/**
 * Nodes: a real kubelet, containerd and kube-proxy each, in namespaces of their own, on a network
 * of the cluster's own.
 *
 * <p>Uses: {@code cluster.control}, {@code cluster.pki}, {@code cluster.process}; used by: {@code
 * cluster}.
 */
@NullMarked
package dev.podnet.cluster.node;

import org.jspecify.annotations.NullMarked;
