/**
 * Faults on purpose: scenarios as data, and what they do to requests, reads and work. The same
 * scenario, seed and request meet the same fate, in whatever order requests come.
 *
 * <p>Uses: {@code sim.model}; used by: {@code sim}.
 */
@NullMarked
package dev.podnet.sim.fault;

import org.jspecify.annotations.NullMarked;
