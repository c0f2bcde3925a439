/**
 * What the kinds of the container engine do beyond their rows: clusters, add-ons, node pools, nodes
 * and their VNICs.
 *
 * <p>Uses: {@code sim.model}, {@code sim.network}, {@code sim.iam}; used by: {@code sim}.
 */
@NullMarked
package dev.podnet.sim.oke;

import org.jspecify.annotations.NullMarked;
