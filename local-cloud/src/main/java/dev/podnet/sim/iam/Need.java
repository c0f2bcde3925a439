package dev.podnet.sim.iam;

import java.util.Set;

/**
 * Something that a principal must be allowed to do.
 *
 * @param permissions the single permissions that the verb stands for here; together they will do
 */
public record Need(Verb verb, String type, Set<String> permissions) {}
