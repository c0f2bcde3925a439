/**
 * An append-only file of records that survives what kills its writer.
 *
 * <p>Uses: the JDK; used by: agent.
 */
@NullMarked
package dev.podnet.journal;

import org.jspecify.annotations.NullMarked;
