@NullMarked
package dev.podnet.cluster.pki;

import org.jspecify.annotations.NullMarked;
