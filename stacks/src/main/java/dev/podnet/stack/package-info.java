/**
 * The Pulumi program: reads the stack's settings, plans, checks, and hands the plan to the
 * components.
 *
 * <p>Uses: stack.source, components; used by: the engine.
 */
@NullMarked
package dev.podnet.stack;

import org.jspecify.annotations.NullMarked;
