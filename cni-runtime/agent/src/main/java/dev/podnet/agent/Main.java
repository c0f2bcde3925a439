package dev.podnet.agent;

import dev.podnet.source.FileSource;
import java.io.IOException;

/** The agent's process. */
public final class Main {
  private Main() {}

  /** See {@link Settings} for the arguments. Ends with 2 when it cannot start. */
  public static void main(String... args) {
    try {
      Settings settings = Settings.read(args);
      Agent.start(settings, new FileSource(settings.source()), Events.printing(System.out));
      System.out.println("serving on " + settings.socket());
    } catch (IOException | RuntimeException e) {
      System.err.println("podnet-agent cannot start: " + e.getMessage());
      Runtime.getRuntime().halt(2);
    }
  }
}
