/**
 * What links, routes and rules a node should have, and how what it has differs. Pure.
 *
 * <p>Uses: ip; used by: netlink, agent.
 */
@NullMarked
package dev.podnet.node;

import org.jspecify.annotations.NullMarked;
