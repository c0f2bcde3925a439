/**
 * Tests only: the scenarios, and what must hold for the whole tree (directions, sizes, names).
 *
 * <p>Uses: all modules; used by: nobody.
 */
@NullMarked
package dev.podnet.examples;

import org.jspecify.annotations.NullMarked;
