package dev.podnet.components.resource;

import com.pulumi.context.LoggingContext;

/** Where a component tells what the engine's display would not show. */
public interface Notes {
  /** Tells a sentence that people may want to know. */
  void info(String sentence);

  /** Tells a sentence that people should read before they go on. */
  void warn(String sentence);

  /** Tells why a deployment ends without success; the program goes on to find more. */
  void error(String sentence);

  /** Tells it among the engine's own diagnostics. */
  static Notes in(LoggingContext log) {
    return new Notes() {
      @Override
      public void info(String sentence) {
        log.info(sentence);
      }

      @Override
      public void warn(String sentence) {
        log.warn(sentence);
      }

      @Override
      public void error(String sentence) {
        log.error(sentence);
      }
    };
  }
}
