/**
 * Where a stack's settings come from: the only code that reads what the engine hands over.
 *
 * <p>Uses: components.config; used by: stack.
 */
@NullMarked
package dev.podnet.stack.source;

import org.jspecify.annotations.NullMarked;
