/**
 * System calls, Unix sockets and descriptors: the only package with foreign functions.
 *
 * <p>Uses: the JDK; used by: netlink, agent.
 */
@NullMarked
package dev.podnet.linux;

import org.jspecify.annotations.NullMarked;
