@NullMarked
package dev.podnet.examples.cluster;

import org.jspecify.annotations.NullMarked;
