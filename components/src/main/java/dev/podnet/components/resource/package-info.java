/**
 * Component resources: one plan record in, provider resources out; decides nothing.
 *
 * <p>Uses: plan, check, naming, the Pulumi SDKs; used by: stack.
 */
@NullMarked
package dev.podnet.components.resource;

import org.jspecify.annotations.NullMarked;
