@NullMarked
package dev.podnet.podnetctl;

import org.jspecify.annotations.NullMarked;
