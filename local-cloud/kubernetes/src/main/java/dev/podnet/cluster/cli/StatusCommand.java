package dev.podnet.cluster.cli;

import dev.podnet.cluster.KeptCluster;
import dev.podnet.cluster.process.ProcessIdentity;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Exit code 0 when everything that was started runs, 3 when not. */
@Command(
    name = "status",
    description = "Shows the cluster's programs; exit code 3 when one does not run.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  private static final int NOT_RUNNING = 3;

  @Mixin private FolderOption folder = new FolderOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    KeptCluster cluster = folder.cluster();
    PrintWriter out = spec.commandLine().getOut();
    for (ProcessIdentity process : cluster.programs()) {
      out.printf(
          "%-24s %8d  %s%n", process.name(), process.pid(), process.alive() ? "runs" : "has ended");
    }
    out.println(
        cluster.running()
            ? "export KUBECONFIG=" + cluster.kubeconfig()
            : "The cluster in " + cluster.folder() + " does not run.");
    return cluster.running() ? 0 : NOT_RUNNING;
  }
}
