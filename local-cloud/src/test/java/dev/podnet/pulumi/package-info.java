/** Tests of what providers share, and the fake engine that asks them. */
@NullMarked
package dev.podnet.pulumi;

import org.jspecify.annotations.NullMarked;
