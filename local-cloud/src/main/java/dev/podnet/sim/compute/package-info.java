/**
 * Instances, their configurations and pools.
 *
 * <p>Uses: {@code sim.model}, {@code sim.network}, {@code sim.oke}, which instances may join; used
 * by: {@code sim}.
 */
@NullMarked
package dev.podnet.sim.compute;

import org.jspecify.annotations.NullMarked;
