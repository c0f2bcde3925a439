/** Tests of the {@code kubernetes} provider through its gRPC door, against the embedded API. */
@NullMarked
package dev.podnet.pulumi.kubernetes;

import org.jspecify.annotations.NullMarked;
