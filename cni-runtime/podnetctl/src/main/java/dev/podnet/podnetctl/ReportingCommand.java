package dev.podnet.podnetctl;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that answers with a report; says it in one way and exits by it. */
abstract class ReportingCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(names = "--json", description = "Print the answer as JSON.")
  private boolean json;

  abstract Report report();

  @Override
  public final Integer call() {
    Report report = report();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ReportWriter.json(report, out);
    } else {
      ReportWriter.text(report, out);
    }
    return report.failed() ? ExitCode.FINDINGS : ExitCode.FINE;
  }
}
