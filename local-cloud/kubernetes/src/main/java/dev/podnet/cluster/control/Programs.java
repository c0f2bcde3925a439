package dev.podnet.cluster.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.podnet.cluster.process.ClusterException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the Kubernetes programs are. */
public record Programs(Path folder) {
  private static final String BUILD = "local-cloud/kubernetes/build";

  /**
   * What {@code local-cloud/kubernetes/build} of the checkout around the working directory prints;
   * it builds them when that has not happened yet, with its progress on standard error. {@code
   * PODNET_KUBERNETES} names another folder.
   */
  public static Programs find() {
    String chosen = System.getenv("PODNET_KUBERNETES");
    return chosen == null ? built(checkout()) : new Programs(Path.of(chosen));
  }

  public String path(String program) {
    return folder.resolve(program).toString();
  }

  private static Programs built(Path checkout) {
    try {
      Process process =
          new ProcessBuilder(checkout.resolve(BUILD).toString())
              .redirectError(Redirect.INHERIT)
              .start();
      String printed = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new ClusterException(
            "The Kubernetes programs could not be built; " + BUILD + " tells why.");
      }
      return new Programs(Path.of(printed));
    } catch (IOException e) {
      throw new ClusterException(BUILD + " could not be run: " + e.getMessage() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("Interrupted while the Kubernetes programs were built.", e);
    }
  }

  private static Path checkout() {
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.isExecutable(folder.resolve(BUILD))) {
        return folder;
      }
    }
    throw new ClusterException(
        "There is no %s in %s or above it: run from a checkout of podnet, or name the folder with the"
                .formatted(BUILD, here)
            + " Kubernetes programs in PODNET_KUBERNETES.");
  }
}
