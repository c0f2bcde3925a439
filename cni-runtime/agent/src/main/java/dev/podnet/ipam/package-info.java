/**
 * Which address a pod gets, and when an address may be given again. Pure: the time is a value.
 *
 * <p>Uses: ip; used by: agent.
 */
@NullMarked
package dev.podnet.ipam;

import org.jspecify.annotations.NullMarked;
