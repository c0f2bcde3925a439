/**
 * The {@code java} language host: runs a packaged Pulumi program for the engine.
 *
 * <p>Uses: {@code dev.podnet.pulumi}; used by: {@code localcloud}.
 */
@NullMarked
package dev.podnet.pulumi.host;

import org.jspecify.annotations.NullMarked;
