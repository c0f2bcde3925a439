/**
 * The facts of the OCI resource types that podnet uses, as immutable records over {@code
 * schema.json}.
 *
 * <p>Uses: Jackson; used by: {@code dev.podnet.oci.generator}, {@code dev.podnet.pulumi.oci}.
 */
@NullMarked
package dev.podnet.oci.schema;

import org.jspecify.annotations.NullMarked;
