/**
 * The local cloud through its front door: the scripts, the real engine, clients that others wrote.
 *
 * <p>Uses: nothing of podnet's classes; used by: nothing.
 */
@NullMarked
package dev.podnet.examples.local;

import org.jspecify.annotations.NullMarked;
