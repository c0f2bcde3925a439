package dev.podnet.localcloud;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.podnet.kubernetes.StoredClusters;
import dev.podnet.localcloud.Snapshot.Refused;
import dev.podnet.sim.StoredState;
import dev.podnet.sim.store.StateUnusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.h2.mvstore.MVStoreException;

/** Takes and restores snapshots of a state directory that no process runs on. */
final class Snapshots {
  private static final String CLUSTERS = "kubernetes.mv.db";

  private final StateDirectory state;
  private final Path path;

  Snapshots(StateDirectory state, Path path) {
    this.state = state;
    this.path = path;
  }

  /** Writes the state into a file: the whole file or none. */
  void take(Path file) throws Refused {
    try {
      if (Files.exists(state.file("kubernetes"))) {
        throw new Refused(
            "the objects of its clusters are in the Kubernetes API of "
                + Files.readString(state.file("kubernetes")).strip()
                + ", which a snapshot cannot hold");
      }
      String text = present().text();
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(fresh, text);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Refused(reason(e));
    }
  }

  /**
   * Puts the state of a file in the place of an empty one. Whatever is wrong is found before
   * anything is changed.
   */
  void restore(Path file) throws Refused {
    try {
      Snapshot wanted = Snapshot.parse(Files.readString(file));
      if (present().text().equals(wanted.text())) {
        return;
      }
      if (StoredState.hasResources(path) || !StoredStacks.read(path).isEmpty()) {
        throw new Refused(
            "the state in "
                + path
                + " is another one: keep it with local-cloud/cloud snapshot, then give it up with"
                + " local-cloud/cloud reset");
      }
      Path fresh = Files.createTempDirectory(path, "restore");
      try {
        unpack(wanted, fresh);
        replace(fresh);
      } finally {
        delete(fresh);
      }
    } catch (IOException e) {
      throw new Refused(reason(e));
    } catch (StateUnusable | MVStoreException e) {
      throw new Refused(e.getMessage());
    }
  }

  private Snapshot present() throws IOException, Refused {
    try {
      return new Snapshot(
          Snapshot.MAPPER.valueToTree(StoredState.read(path)),
          StoredClusters.read(state.file(CLUSTERS), Snapshot.MAPPER),
          StoredStacks.read(path));
    } catch (StateUnusable | MVStoreException e) {
      throw new Refused(e.getMessage());
    }
  }

  private void unpack(Snapshot wanted, Path fresh) throws IOException, StateUnusable, Refused {
    Map<String, Object> cloud =
        Snapshot.MAPPER.convertValue(wanted.cloud(), new TypeReference<>() {});
    StoredState.write(fresh, cloud);
    StoredClusters.write(fresh.resolve(CLUSTERS), wanted.kubernetes());
    StoredStacks.write(fresh, path, wanted.stacks());
  }

  private void replace(Path fresh) throws IOException {
    for (String name : List.of("cloud.mv.db", CLUSTERS)) {
      Files.move(fresh.resolve(name), path.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    delete(path.resolve("pulumi"));
    Files.deleteIfExists(path.resolve("kubernetes"));
    if (Files.exists(fresh.resolve("pulumi"))) {
      Files.move(fresh.resolve("pulumi"), path.resolve("pulumi"));
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() + " (" + e.getClass().getSimpleName() + ")";
  }
}
