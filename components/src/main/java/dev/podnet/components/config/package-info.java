/**
 * Typed settings, and the reader that turns a tree of values into them or into findings.
 *
 * <p>Uses: net; used by: plan, check, stack.source, podnetctl.
 */
@NullMarked
package dev.podnet.components.config;

import org.jspecify.annotations.NullMarked;
