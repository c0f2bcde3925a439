/** Tests of this package. */
@NullMarked
package dev.podnet.sim.model;

import org.jspecify.annotations.NullMarked;
