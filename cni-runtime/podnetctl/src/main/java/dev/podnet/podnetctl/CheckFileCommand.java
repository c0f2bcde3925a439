package dev.podnet.podnetctl;

import dev.podnet.podnetctl.Report.Line;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What pulumilocal asks before the engine, which reads the file less exactly, gets to see it. */
@Command(
    name = "check-file",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Checks that a stack file is YAML that reaches the program as it is written.")
final class CheckFileCommand extends ReportingCommand {
  @Parameters(paramLabel = "<stack.yaml>", description = "The stack file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path file;

  @Override
  Report report() {
    return switch (StackFiles.read(file)) {
      case StackFiles.Outcome.Refused refused -> Report.of(refused.lines());
      case StackFiles.Outcome.Read read ->
          Report.of(
              List.of(
                  Line.ok(
                      file.toString(),
                      "Readable, " + read.file().positions().size() + " settings.")));
    };
  }
}
