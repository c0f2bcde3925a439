package dev.podnet.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.podnet.cluster.node.ClusterNetwork;
import dev.podnet.cluster.node.ControlGroups;
import dev.podnet.cluster.process.ProcessIdentity;
import dev.podnet.cluster.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The folder that a cluster consists of: whatever is recorded in it runs, and with it everything
 * can be cleared away by anybody.
 */
final class ClusterFolder {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** The name of one that belongs to a process: its number, its start, how many it had before. */
  private static final Pattern OWNED = Pattern.compile("(\\d+)-(\\d+)-\\d+");

  private final Path path;

  private ClusterFolder(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  static ClusterFolder kept(Path path) {
    return new ClusterFolder(path).create();
  }

  /** A new one that lives as long as this process. */
  static ClusterFolder ofThisProcess() {
    ProcessIdentity own = ProcessIdentity.own();
    String name = "%d-%d-%d".formatted(own.pid(), own.started(), COUNT.incrementAndGet());
    return new ClusterFolder(base().resolve(name)).create();
  }

  /** Where clusters are that need not outlive the machine. */
  static Path base() {
    Path memory = Files.isWritable(MEMORY) ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
    return memory.resolve("podnet-kubernetes");
  }

  /** Clears away what processes that are dead have left. */
  static void clearLeftovers() {
    if (!Files.isDirectory(base())) {
      return;
    }
    try (Stream<Path> folders = Files.list(base())) {
      folders
          .filter(ClusterFolder::leftOver)
          .toList()
          .forEach(path -> new ClusterFolder(path).clear());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean leftOver(Path path) {
    Matcher name = OWNED.matcher(path.getFileName().toString());
    return name.matches()
        && !new ProcessIdentity(
                Long.parseLong(name.group(1)), Long.parseLong(name.group(2)), "owner")
            .alive();
  }

  Path path() {
    return path;
  }

  /** A name for what lies outside of the folder: namespaces, control groups. */
  String id() {
    CRC32 sum = new CRC32();
    sum.update(path.toString().getBytes(UTF_8));
    return "podnet-" + HexFormat.of().toHexDigits((int) sum.getValue());
  }

  /** Ends everything that runs; what the cluster knows stays. */
  void stop() {
    new Processes(path).kill();
    ClusterNetwork.remove(id());
    ControlGroups.remove(id());
  }

  /** Ends everything and removes the folder. */
  void clear() {
    stop();
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ClusterFolder create() {
    try {
      Files.createDirectories(path);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
