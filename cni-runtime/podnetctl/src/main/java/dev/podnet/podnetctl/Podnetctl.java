package dev.podnet.podnetctl;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Entry point: wires the commands and turns every failure into a sentence and an exit code. */
@Command(
    name = "podnetctl",
    description = "Looks at podnet stacks and at the machine that runs them.",
    mixinStandardHelpOptions = true,
    version = "podnetctl 0.1.0",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing stands in the way",
      "1:something must be put right",
      "2:the command line is wrong",
      "3:podnetctl itself failed"
    },
    synopsisSubcommandLabel = "COMMAND")
public final class Podnetctl {
  private Podnetctl() {}

  public static void main(String[] args) {
    Machine machine =
        new LocalMachine(
            Path.of(System.getProperty("podnet.root", "")), Map.copyOf(System.getenv()));
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, false, StandardCharsets.UTF_8);
    System.exit(run(machine, out, err, args));
  }

  static int run(Machine machine, PrintWriter out, PrintWriter err, String... args) {
    CommandLine line =
        new CommandLine(new Podnetctl())
            .addSubcommand(new PlanCommand(machine))
            .addSubcommand(new DoctorCommand(machine))
            .addSubcommand(new CheckFileCommand())
            .setOut(out)
            .setErr(err)
            .setParameterExceptionHandler(Podnetctl::refuse)
            .setExecutionExceptionHandler(Podnetctl::apologise);
    return line.execute(args.length == 0 ? new String[] {"--help"} : args);
  }

  private static int refuse(ParameterException e, String[] args) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println(e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, err);
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    err.println("See '" + name + " --help'.");
    err.flush();
    return ExitCode.USAGE;
  }

  private static int apologise(Exception e, CommandLine line, ParseResult parsed) {
    line.getErr().println("podnetctl failed, which is a bug of it: " + e);
    line.getErr().flush();
    return ExitCode.BUG;
  }
}
