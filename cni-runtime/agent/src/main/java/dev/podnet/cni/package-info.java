/**
 * The Container Network Interface as values: requests, results and errors of all versions. Pure.
 *
 * <p>Uses: ip; used by: agent.
 */
@NullMarked
package dev.podnet.cni;

import org.jspecify.annotations.NullMarked;
