/**
 * Components one by one, each in a stack of its own.
 *
 * <p>Uses: components; used by: the engine.
 */
@NullMarked
package dev.podnet.examples.reuse;

import org.jspecify.annotations.NullMarked;
