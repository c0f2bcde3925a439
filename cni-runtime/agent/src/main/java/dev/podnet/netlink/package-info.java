/**
 * Links, routes, rules, neighbours and addresses to and from the kernel, in batches.
 *
 * <p>Uses: linux, node, ip; used by: agent.
 */
@NullMarked
package dev.podnet.netlink;

import org.jspecify.annotations.NullMarked;
