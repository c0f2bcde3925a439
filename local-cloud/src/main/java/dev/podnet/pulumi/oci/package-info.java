/**
 * The {@code oci} resource provider for machines that lack the published one: maps the resource
 * types of the schema to REST calls by the table {@code rest.json}.
 *
 * <p>Uses: {@code dev.podnet.pulumi}, {@code dev.podnet.oci.schema}; used by: {@code localcloud}.
 */
@NullMarked
package dev.podnet.pulumi.oci;

import org.jspecify.annotations.NullMarked;
