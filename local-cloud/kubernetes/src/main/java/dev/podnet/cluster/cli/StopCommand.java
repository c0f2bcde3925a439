package dev.podnet.cluster.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ends a cluster. */
@Command(
    name = "stop",
    description = "Ends the cluster and removes its data.",
    mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {
  @Mixin private FolderOption folder = new FolderOption();

  @Option(
      names = "--keep",
      description = "Keep the data: the next start goes on with the same objects.")
  private boolean keep;

  @Override
  public Integer call() {
    folder.cluster().stop(keep);
    return 0;
  }
}
