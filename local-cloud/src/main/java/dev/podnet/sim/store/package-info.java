/**
 * Keeps the state on disk: every change is durable before its answer is sent.
 *
 * <p>Uses: {@code sim.model}; used by: {@code sim}.
 */
@NullMarked
package dev.podnet.sim.store;

import org.jspecify.annotations.NullMarked;
