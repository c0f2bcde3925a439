/** Documents that are generated from the code, and the test that they follow from it. */
@NullMarked
package dev.podnet.components.docs;

import org.jspecify.annotations.NullMarked;
