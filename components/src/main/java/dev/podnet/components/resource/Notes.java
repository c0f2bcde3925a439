package dev.podnet.components.resource;

/** Where a component tells what the engine's display would not show. */
@FunctionalInterface
public interface Notes {
  /** Tells a sentence that people should read before they go on. */
  void warn(String sentence);
}
