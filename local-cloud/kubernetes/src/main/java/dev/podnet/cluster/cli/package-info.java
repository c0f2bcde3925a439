/**
 * The command line {@code local-cloud/kubernetes/cluster}.
 *
 * <p>Uses: {@code cluster}, {@code cluster.node}, {@code cluster.process}; used by: people, and
 * {@code pulumilocal}.
 */
@NullMarked
package dev.podnet.cluster.cli;

import org.jspecify.annotations.NullMarked;
