/**
 * Everything that is wrong with a plan, all at once, before the first resource is registered.
 *
 * <p>Uses: plan, config, net; used by: resource, stack, podnetctl.
 */
@NullMarked
package dev.podnet.components.check;

import org.jspecify.annotations.NullMarked;
