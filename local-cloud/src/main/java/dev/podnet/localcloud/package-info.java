@NullMarked
package dev.podnet.localcloud;

import org.jspecify.annotations.NullMarked;
