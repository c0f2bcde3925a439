@NullMarked
package dev.podnet.cluster;

import org.jspecify.annotations.NullMarked;
