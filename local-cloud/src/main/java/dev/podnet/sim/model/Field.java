package dev.podnet.sim.model;

/**
 * A field of a request body.
 *
 * @param required mandatory, in a kind at creation, in a shape always
 * @param creatable allowed at creation
 * @param updatable allowed in an update
 */
public record Field(
    String name, FieldType type, boolean required, boolean creatable, boolean updatable) {}
