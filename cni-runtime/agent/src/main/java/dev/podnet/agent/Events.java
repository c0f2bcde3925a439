package dev.podnet.agent;

import java.io.PrintStream;

/** What the agent does, for whoever watches. */
interface Events {
  /** Something is not as it should be; a sentence. */
  void problem(String text);

  /** The host's tables were not as they should be. */
  void repaired(int changes);

  /** An operation has ended. */
  void operation(
      String command, String owner, String address, int code, String message, long nanos);

  /** One line each, on a stream. */
  static Events printing(PrintStream out) {
    return new Events() {
      @Override
      public void problem(String text) {
        out.println("problem " + text);
      }

      @Override
      public void repaired(int changes) {
        out.println("repaired changes=" + changes);
      }

      @Override
      public void operation(
          String command, String owner, String address, int code, String message, long nanos) {
        out.println(
            "operation command="
                + command
                + " attachment="
                + owner
                + (address.isEmpty() ? "" : " address=\"" + address + "\"")
                + " code="
                + code
                + " us="
                + nanos / 1000
                + (message.isEmpty() ? "" : " message=\"" + message + "\""));
      }
    };
  }
}
