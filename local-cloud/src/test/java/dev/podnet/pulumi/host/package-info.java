/** Tests of the language host through its gRPC door, with a program that tells how it was run. */
@NullMarked
package dev.podnet.pulumi.host;

import org.jspecify.annotations.NullMarked;
