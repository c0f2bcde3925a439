/**
 * Reads the rows that describe the cloud (kinds, shapes, delays, facts) from YAML on the classpath.
 *
 * <p>Uses: {@code sim.model}; used by: {@code sim}.
 */
@NullMarked
package dev.podnet.sim.catalog;

import org.jspecify.annotations.NullMarked;
