package dev.podnet.podnetctl;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command line did. */
record Run(int exitCode, String out, String err) {
  static Run of(Machine machine, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Podnetctl.run(machine, new PrintWriter(out), new PrintWriter(err), args);
    return new Run(code, out.toString(), err.toString());
  }
}
