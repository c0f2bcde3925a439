/**
 * Access: the grammar of policy statements, and what attached policies allow a principal to do.
 *
 * <p>Uses: {@code sim.model}; used by: {@code sim.tenancy}, {@code sim.oke}.
 */
@NullMarked
package dev.podnet.sim.iam;

import org.jspecify.annotations.NullMarked;
