package dev.podnet.oci.schema;

/**
 * A function of the provider, which reads and changes nothing.
 *
 * @param token e.g. {@code oci:Core/getServices:getServices}
 * @param inputs its arguments
 * @param outputs its result
 */
public record FunctionType(String token, Properties inputs, Properties outputs) {}
