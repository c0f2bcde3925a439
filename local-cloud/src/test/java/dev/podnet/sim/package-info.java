/** Tests of the simulator through its HTTP door. */
@NullMarked
package dev.podnet.sim;

import org.jspecify.annotations.NullMarked;
