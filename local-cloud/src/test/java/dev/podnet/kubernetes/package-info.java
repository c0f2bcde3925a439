/** Tests of the embedded Kubernetes API through HTTP. */
@NullMarked
package dev.podnet.kubernetes;

import org.jspecify.annotations.NullMarked;
