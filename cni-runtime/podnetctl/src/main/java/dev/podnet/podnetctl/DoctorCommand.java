package dev.podnet.podnetctl;

import dev.podnet.podnetctl.Report.Line;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** Whether this machine can build podnet and run the local cloud. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Checks this machine: tools, state directory, the local cloud's daemon.")
final class DoctorCommand extends ReportingCommand {
  private final Machine machine;

  DoctorCommand(Machine machine) {
    this.machine = machine;
  }

  @Override
  Report report() {
    List<Line> lines = new ArrayList<>();
    lines.addAll(new ToolChecks(machine).lines());
    lines.addAll(new DaemonChecks(machine).lines());
    return Report.of(lines);
  }
}
