/**
 * Where a node's addresses come from.
 *
 * <p>Uses: ip, ipam; used by: agent.
 */
@NullMarked
package dev.podnet.source;

import org.jspecify.annotations.NullMarked;
