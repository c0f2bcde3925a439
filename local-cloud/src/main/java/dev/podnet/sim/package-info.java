/**
 * An OCI API simulator: core network, container engine, identity and logging on one loopback port,
 * with a state that survives restarts and kills. {@link dev.podnet.sim.Simulator} is the door.
 *
 * <p>Uses: its own sub-packages; used by: {@code localcloud}.
 */
@NullMarked
package dev.podnet.sim;

import org.jspecify.annotations.NullMarked;
