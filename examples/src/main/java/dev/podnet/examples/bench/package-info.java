/**
 * Programs that benchmarks compare podnet with.
 *
 * <p>Uses: the OCI SDK; used by: examples/bench.
 */
@NullMarked
package dev.podnet.examples.bench;

import org.jspecify.annotations.NullMarked;
