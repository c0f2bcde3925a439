package dev.podnet.pulumi.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code java} that runs programs: the one on PATH, as under Pulumi's own host, when it can
 * keep an archive of loaded classes; else the one that runs the local cloud.
 *
 * @param executable absolute path
 * @param version feature release, such as 25
 */
record JavaCommand(Path executable, int version) {
  /** The first with {@code -XX:+AutoCreateSharedArchive} (JDK-8261455). */
  private static final int OLDEST = 19;

  /** From here on Java warns of what Pulumi's gRPC does (JEP 472, JEP 498). */
  private static final int WARNS = 24;

  private static final Pattern RELEASE = Pattern.compile("version \"(\\d+)");

  /** Looks for it. */
  static JavaCommand find(String path) {
    return Arrays.stream(path.split(":"))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, "java"))
        .filter(Files::isExecutable)
        .limit(1)
        .map(java -> new JavaCommand(java.toAbsolutePath(), versionOf(java)))
        .filter(java -> java.version() >= OLDEST)
        .findFirst()
        .orElseGet(JavaCommand::own);
  }

  /**
   * The command that runs a jar. A program lives for seconds, and most of them go into loading and
   * verifying classes: the second run finds them in an archive, and none waits for the optimizing
   * compiler or a collector of many threads.
   *
   * @param archives a folder for archives; one for each jar
   */
  List<String> run(Path jar, Path archives) {
    String name = Integer.toHexString(jar.toAbsolutePath().hashCode());
    List<String> command = new ArrayList<>();
    command.add(executable.toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+AutoCreateSharedArchive");
    command.add("-XX:SharedArchiveFile=" + archives.resolve(name + ".jsa"));
    command.add("-Xlog:disable");
    if (version >= WARNS) {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-jar");
    command.add(jar.toString());
    return command;
  }

  private static JavaCommand own() {
    Path home = Path.of(Objects.requireNonNull(System.getProperty("java.home")));
    return new JavaCommand(home.resolve("bin/java"), Runtime.version().feature());
  }

  private static int versionOf(Path java) {
    try {
      Process process =
          new ProcessBuilder(java.toString(), "-version").redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return 0;
      }
      Matcher release = RELEASE.matcher(text);
      return release.find() ? Integer.parseInt(release.group(1)) : 0;
    } catch (IOException unusable) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
