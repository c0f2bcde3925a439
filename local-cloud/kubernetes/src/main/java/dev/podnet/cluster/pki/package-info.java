/**
 * Keys and certificates of a cluster, and the kubeconfigs that carry them.
 *
 * <p>Uses: nothing of podnet; used by: {@code cluster.control}, {@code cluster.node}, {@code
 * cluster}.
 */
@NullMarked
package dev.podnet.cluster.pki;

import org.jspecify.annotations.NullMarked;
