/**
 * What belongs to the tenancy and the region: what exists from the start, and the lists of what the
 * cloud offers.
 *
 * <p>Uses: {@code sim.model}; used by: {@code sim}.
 */
@NullMarked
package dev.podnet.sim.tenancy;

import org.jspecify.annotations.NullMarked;
