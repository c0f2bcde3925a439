/** A Pulumi program as a user would write it, run by the real engine in {@code PulumiLocalIT}. */
@NullMarked
package dev.podnet.localcloud.program;

import org.jspecify.annotations.NullMarked;
