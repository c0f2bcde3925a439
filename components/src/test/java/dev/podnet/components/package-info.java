@NullMarked
package dev.podnet.components;

import org.jspecify.annotations.NullMarked;
