/**
 * Writes the Java SDK from the schema, with the packages, classes and methods of com.pulumi:oci.
 *
 * <p>Uses: {@code dev.podnet.oci.schema}, JavaPoet; used by: the build of {@code sdks/oci/java}.
 */
@NullMarked
package dev.podnet.oci.generator;

import org.jspecify.annotations.NullMarked;
