package dev.podnet.cluster.cli;

import dev.podnet.cluster.KeptCluster;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which cluster a command is about. */
final class FolderOption {
  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      description =
          "Where the cluster keeps everything; another folder is another cluster. Default:"
              + " ${DEFAULT-VALUE}")
  private Path folder = KeptCluster.usualFolder();

  KeptCluster cluster() {
    return new KeptCluster(folder);
  }
}
