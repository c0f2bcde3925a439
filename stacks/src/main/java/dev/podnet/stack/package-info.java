@NullMarked
package dev.podnet.stack;

import org.jspecify.annotations.NullMarked;
