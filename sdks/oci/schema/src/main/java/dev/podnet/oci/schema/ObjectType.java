package dev.podnet.oci.schema;

/**
 * A structured value. As input and as output it has the same names, but not the same facts: what
 * may be left out on the way in can be always there on the way out.
 *
 * @param name e.g. {@code ContainerEngine/NodePoolNodeConfigDetails}
 * @param inputs its shape inside inputs, empty when it is only ever an output
 * @param outputs its shape inside outputs, empty when it is only ever an input
 */
public record ObjectType(String name, Properties inputs, Properties outputs) {}
