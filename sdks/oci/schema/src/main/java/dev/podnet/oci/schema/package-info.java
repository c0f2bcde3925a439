@NullMarked
package dev.podnet.oci.schema;

import org.jspecify.annotations.NullMarked;
