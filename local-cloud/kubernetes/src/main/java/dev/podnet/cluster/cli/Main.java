package dev.podnet.cluster.cli;

import dev.podnet.cluster.process.ClusterException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point: starts, shows and stops a cluster that outlives the command. */
@Command(
    name = "cluster",
    description = "A real Kubernetes cluster on this machine.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {StartCommand.class, StopCommand.class, StatusCommand.class})
public final class Main {
  private static final int FAILED = 1;

  private Main() {}

  public static void main(String[] args) {
    CommandLine line =
        new CommandLine(new Main())
            .setExecutionExceptionHandler((failure, command, parsed) -> {
              // What was expected to go wrong is a sentence; anything else is a bug, with its
              // trace.
              if (!(failure instanceof ClusterException)) {
                throw failure;
              }
              command.getErr().println(failure.getMessage());
              return FAILED;
            });
    System.exit(line.execute(args.length == 0 ? new String[] {"--help"} : args));
  }
}
