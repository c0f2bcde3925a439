/** Tests of the {@code oci} provider through its gRPC door, against a cloud of scripted answers. */
@NullMarked
package dev.podnet.pulumi.oci;

import org.jspecify.annotations.NullMarked;
