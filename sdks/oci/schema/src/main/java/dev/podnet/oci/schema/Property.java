package dev.podnet.oci.schema;

/**
 * One property of a resource, a function or an object type.
 *
 * @param name as in the Pulumi schema, e.g. {@code assignIpv6ip}
 * @param type what values it takes
 * @param required whether an input must be given; for an output, whether it is always there
 * @param replaces whether changing this input replaces the resource
 * @param secret whether its value is kept out of sight
 * @param deprecated whether the provider advises against it
 */
public record Property(
    String name,
    Type type,
    boolean required,
    boolean replaces,
    boolean secret,
    boolean deprecated) {}
