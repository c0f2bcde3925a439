package dev.podnet.cluster.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The programs of one cluster. Each writes its own number and start time into the file {@code
 * processes} before it becomes what it is, so that no moment exists in which a killed starter
 * leaves one behind unrecorded.
 */
public final class Processes {
  private static final String RECORD =
      "echo \"$$ $(cut -d ' ' -f 22 /proc/$$/stat) $1\" >> \"$2\" && shift 2 && exec \"$@\"";

  private final Path folder;
  private final Path file;

  /** The programs recorded in a folder, now or later. */
  public Processes(Path folder) {
    this.folder = folder;
    this.file = folder.resolve("processes");
  }

  /**
   * Starts a program that outlives this process, its output in {@code log/<name>.log}.
   *
   * @param name unique in the cluster
   */
  public RunningProcess start(String name, List<String> command) {
    List<String> recorded = new ArrayList<>();
    // A session of its own: Ctrl-C in a terminal ends the starter, not the cluster.
    recorded.addAll(List.of("setsid", "sh", "-c", RECORD, "sh", name, file.toString()));
    recorded.addAll(command);
    try {
      Files.createDirectories(folder.resolve("log"));
      Process process =
          new ProcessBuilder(recorded)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log(name).toFile()))
              .start();
      process.getOutputStream().close();
      return new RunningProcess(name, process, log(name));
    } catch (IOException e) {
      throw new ClusterException(name + " could not be started: " + e.getMessage() + ".", e);
    }
  }

  public Path log(String name) {
    return folder.resolve("log").resolve(name + ".log");
  }

  /** All that were started and are not forgotten, dead ones too. */
  public List<ProcessIdentity> recorded() {
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream().map(ProcessIdentity::parse).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Ends all of them at once, without asking: an API server that is asked takes ten seconds to let
   * its watchers go. Returns when they are gone.
   */
  public void kill() {
    List<ProcessIdentity> all = recorded();
    all.forEach(ProcessIdentity::kill);
    all.forEach(ProcessIdentity::awaitEnd);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
