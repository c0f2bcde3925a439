/**
 * What the resource providers and the language host share: property values on the wire, sessions
 * with an engine, log lines, differences.
 *
 * <p>Uses: Pulumi's gRPC service classes; used by: {@code host}, {@code oci}, {@code kubernetes},
 * {@code localcloud}.
 */
@NullMarked
package dev.podnet.pulumi;

import org.jspecify.annotations.NullMarked;
