/**
 * What the admission policies decide, as a table that the tests ask a real API server about.
 *
 * <p>Uses: {@code policies} and {@code components.data}, {@code cluster}; used by: nobody.
 */
@NullMarked
package dev.podnet.policies.decisions;

import org.jspecify.annotations.NullMarked;
