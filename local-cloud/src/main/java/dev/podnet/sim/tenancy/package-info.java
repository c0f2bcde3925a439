/**
 * What belongs to the tenancy and the region: what exists from the start, and the lists of what the
 * cloud offers; compartments, policies, dynamic groups, tag namespaces.
 *
 * <p>Uses: {@code sim.model}, {@code sim.iam}; used by: {@code sim}.
 */
@NullMarked
package dev.podnet.sim.tenancy;

import org.jspecify.annotations.NullMarked;
