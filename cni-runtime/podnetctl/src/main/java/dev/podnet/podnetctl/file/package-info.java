/**
 * A stack file with the place of everything in it, and what is wrong with it as YAML.
 *
 * <p>Uses: snakeyaml-engine; used by: podnetctl.
 */
@NullMarked
package dev.podnet.podnetctl.file;

import org.jspecify.annotations.NullMarked;
