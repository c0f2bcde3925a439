/**
 * Addresses, blocks and MAC addresses as values.
 *
 * <p>Uses: the JDK; used by: all packages of the agent.
 */
@NullMarked
package dev.podnet.ip;

import org.jspecify.annotations.NullMarked;
