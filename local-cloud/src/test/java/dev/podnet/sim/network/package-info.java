/** Tests of this package. */
@NullMarked
package dev.podnet.sim.network;

import org.jspecify.annotations.NullMarked;
