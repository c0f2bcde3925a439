/**
 * Real Kubernetes on one machine: clusters that tests and people start and throw away.
 *
 * <p>Uses: {@code cluster.control}, {@code cluster.node}, {@code cluster.pki}, {@code
 * cluster.process}; used by: tests of other modules, {@code cluster.cli}.
 */
@NullMarked
package dev.podnet.cluster;

import org.jspecify.annotations.NullMarked;
