/**
 * The agent: verbs, server, recovery, reaper; wiring.
 *
 * <p>Uses: all below; used by: nobody.
 */
@NullMarked
package dev.podnet.agent;

import org.jspecify.annotations.NullMarked;
