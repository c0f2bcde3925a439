package dev.podnet.components.check;

import dev.podnet.components.config.Finding;
import java.util.stream.Stream;

/** One thing that may be wrong with a stack. */
@FunctionalInterface
interface Check {
  Stream<Finding> find(Subject subject);
}
