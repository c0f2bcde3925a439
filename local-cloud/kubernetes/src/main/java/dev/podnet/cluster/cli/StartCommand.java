package dev.podnet.cluster.cli;

import dev.podnet.cluster.KeptCluster;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the line that a shell evaluates: {@code eval "$(cluster start)"}. */
@Command(
    name = "start",
    description = "Starts the cluster, unless it runs, and prints its KUBECONFIG.",
    mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {
  @Mixin private FolderOption folder = new FolderOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--nodes",
      paramLabel = "N",
      description =
          "With this many real nodes, named node-1 and on; needs root. Default: ${DEFAULT-VALUE}")
  private int nodes = 0;

  @Option(
      names = "--fake-kubelets",
      description = "kwok plays the kubelet of nodes annotated kwok.x-k8s.io/node=fake.")
  private boolean fakeKubelets;

  @Override
  public Integer call() {
    KeptCluster cluster = folder.cluster();
    if (!cluster.running()) {
      cluster.start(nodes, fakeKubelets);
    }
    spec.commandLine().getOut().println("export KUBECONFIG=" + cluster.kubeconfig());
    return 0;
  }
}
