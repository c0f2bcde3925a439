/**
 * A control plane of real Kubernetes programs: what they are told, and their start.
 *
 * <p>Uses: {@code cluster.process}, {@code cluster.pki}; used by: {@code cluster}, {@code
 * cluster.node}.
 */
@NullMarked
package dev.podnet.cluster.control;

import org.jspecify.annotations.NullMarked;
