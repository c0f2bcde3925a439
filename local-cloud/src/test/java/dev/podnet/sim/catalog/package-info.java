/** Tests of this package. */
@NullMarked
package dev.podnet.sim.catalog;

import org.jspecify.annotations.NullMarked;
