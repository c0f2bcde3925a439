package dev.podnet.cluster.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program of a cluster that this process has started. */
public final class RunningProcess {
  private static final int LAST_LINES = 15;

  private final String name;
  private final Process process;
  private final Path log;

  RunningProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  public long pid() {
    return process.pid();
  }

  /** Fails with the program's own words when it has ended. */
  public void requireAlive() {
    if (!process.isAlive()) {
      throw failed("ended with " + process.exitValue());
    }
  }

  /** What its failure is to be told as, with the end of its log. */
  public ClusterException failed(String how) {
    return new ClusterException(
        "%s %s. The end of its log (%s):%n%s".formatted(name, how, log, lastLines()));
  }

  private String lastLines() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException e) {
      return "(cannot be read: " + e.getMessage() + ")";
    }
  }
}
