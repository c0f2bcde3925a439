/**
 * Programs that benchmarks run: podnet's plan and checks alone, and what podnet is compared with.
 *
 * <p>Uses: components, the OCI SDK; used by: examples/bench.
 */
@NullMarked
package dev.podnet.examples.bench;

import org.jspecify.annotations.NullMarked;
