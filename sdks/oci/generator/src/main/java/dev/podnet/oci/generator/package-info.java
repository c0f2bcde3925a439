@NullMarked
package dev.podnet.oci.generator;

import org.jspecify.annotations.NullMarked;
