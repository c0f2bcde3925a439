package dev.podnet.cluster.node;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import dev.podnet.cluster.control.Programs;
import dev.podnet.cluster.process.ClusterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Images made of files of this machine, as archives: no registry and no daemon takes part. */
public final class Images {
  /** The one that holds a pod's namespaces. */
  public static final String PAUSE = "podnet.local/pause:1";

  /** A shell and the usual small tools: {@code /bin/sh -c}, or {@code /bin/busybox <tool>}. */
  public static final String BUSYBOX = "podnet.local/busybox:1";

  private static final Path BUSYBOX_PROGRAM = Path.of("/bin/busybox");

  private Images() {}

  /**
   * Writes an image.
   *
   * @param files by their path in the image; all may be executed
   * @return the archive, for {@link Node#importImage}
   */
  public static Path write(
      Path archive, String reference, Map<String, Path> files, List<String> entrypoint) {
    FileEntriesLayer.Builder layer = FileEntriesLayer.builder();
    files.forEach((path, file) ->
        layer.addEntry(file, AbsoluteUnixPath.get(path), FilePermissions.fromOctalString("755")));
    Path cache = archive.resolveSibling("jib");
    try {
      JibContainerBuilder image =
          Jib.fromScratch().addFileEntriesLayer(layer.build()).setEntrypoint(entrypoint);
      image.containerize(
          Containerizer.to(TarImage.at(archive).named(reference))
              .setBaseImageLayersCache(cache)
              .setApplicationLayersCache(cache)
              .setOfflineMode(true));
      return archive;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("Interrupted while the image " + reference + " was written.", e);
    } catch (ExecutionException
        | IOException
        | RegistryException
        | CacheDirectoryCreationException
        | InvalidImageReferenceException e) {
      throw new ClusterException(
          "The image %s could not be written to %s: %s."
              .formatted(reference, archive, e.getMessage()),
          e);
    }
  }

  static List<Path> standard(Path folder, Programs programs) {
    if (!Files.isExecutable(BUSYBOX_PROGRAM)) {
      throw new ClusterException(
          "The program "
              + BUSYBOX_PROGRAM
              + " is missing; on Debian: apt-get install busybox-static.");
    }
    return List.of(
        write(
            folder.resolve("pause.tar"),
            PAUSE,
            Map.of("/pause", Path.of(programs.path("pause"))),
            List.of("/pause")),
        write(
            folder.resolve("busybox.tar"),
            BUSYBOX,
            Map.of("/bin/busybox", BUSYBOX_PROGRAM, "/bin/sh", BUSYBOX_PROGRAM),
            List.of("/bin/sh")));
  }
}
