/**
 * What the kinds of the core service do beyond their rows: addresses, routes, security rules,
 * VNICs.
 *
 * <p>Uses: {@code sim.model}; used by: {@code sim.oke}, {@code sim}.
 */
@NullMarked
package dev.podnet.sim.network;

import org.jspecify.annotations.NullMarked;
