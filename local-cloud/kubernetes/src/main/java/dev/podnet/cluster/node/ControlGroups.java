package dev.podnet.cluster.node;

import dev.podnet.cluster.process.ClusterException;
import dev.podnet.cluster.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The control groups of nodes, one tree for each: two kubelets in one tree remove each other's
 * pods.
 */
public final class ControlGroups {
  private static final Path MOUNTS = Path.of("/sys/fs/cgroup");
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private ControlGroups() {}

  static void create(String name) {
    if (!Files.isDirectory(MOUNTS.resolve("memory"))) {
      throw new ClusterException(
          "Nodes need control groups of version 1: there is no "
              + MOUNTS.resolve("memory")
              + " here.");
    }
    try {
      for (Path hierarchy : hierarchies()) {
        Path group = Files.createDirectories(hierarchy.resolve(name));
        // A set of processors starts empty, and nothing can run in it.
        for (String file : List.of("cpuset.cpus", "cpuset.mems")) {
          if (Files.exists(group.resolve(file))) {
            Files.writeString(group.resolve(file), Files.readString(hierarchy.resolve(file)));
          }
        }
      }
    } catch (IOException e) {
      throw new ClusterException(
          "The control groups of " + name + " could not be made: " + e.getMessage() + ".", e);
    }
  }

  /** Removes the groups of a cluster's nodes, whose processes are dead or dying. */
  public static void remove(String cluster) {
    if (!Files.isDirectory(MOUNTS)) {
      return;
    }
    Predicate<Path> ours = path -> path.getFileName().toString().startsWith(cluster + "-");
    for (Path hierarchy : hierarchies()) {
      for (Path group : list(hierarchy).stream().filter(ours).toList()) {
        if (!Waiting.until(DEADLINE, () -> removed(group))) {
          throw new ClusterException("Processes are left in the control group " + group + ".");
        }
      }
    }
  }

  private static boolean removed(Path group) {
    try (Stream<Path> all = Files.walk(group)) {
      // The files in it are the kernel's.
      for (Path folder :
          all.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(folder);
      }
      return true;
    } catch (IOException | UncheckedIOException e) {
      return !Files.exists(group);
    }
  }

  private static List<Path> hierarchies() {
    return list(MOUNTS).stream()
        .filter(Files::isDirectory)
        .filter(path -> !Files.isSymbolicLink(path))
        .toList();
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
