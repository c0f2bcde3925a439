package dev.podnet.podnetctl;

import dev.podnet.podnetctl.Report.Line;
import java.util.List;
import java.util.Optional;

/** The programs that building and deploying need. */
final class ToolChecks {
  /** What the Pulumi program is compiled for; {@code pulumi up} starts the PATH's java. */
  private static final Version JAVA = new Version(17, 0);

  private static final Version MAVEN = new Version(3, 8);
  private static final Version PULUMI = new Version(3, 200);

  private final Machine machine;

  ToolChecks(Machine machine) {
    this.machine = machine;
  }

  List<Line> lines() {
    return List.of(jdk(), java(), maven(), pulumi());
  }

  private static Line jdk() {
    return Line.ok("jdk", "JDK " + Runtime.version() + " runs podnetctl.");
  }

  private Line java() {
    Optional<Version> java = version("java", "-version");
    if (java.isEmpty()) {
      return Line.fail("java", "There is no java on the PATH.", "Put a JDK 17 or newer on it.");
    }
    return java.get().compareTo(JAVA) < 0
        ? Line.fail("java", "The PATH's java is " + java.get() + ".", "Put 17 or newer first.")
        : Line.ok(
            "java", "The PATH's java is " + java.get() + "; pulumi starts the program by it.");
  }

  private Line maven() {
    Optional<Version> maven = version("mvn", "--version");
    if (maven.isEmpty()) {
      return Line.fail("maven", "There is no mvn on the PATH.", "Install Maven 3.8.7 or newer.");
    }
    return maven.get().compareTo(MAVEN) < 0
        ? Line.fail("maven", "Maven is " + maven.get() + ".", "Install 3.8.7 or newer.")
        : Line.ok("maven", "Maven " + maven.get() + ".");
  }

  private Line pulumi() {
    Optional<Version> pulumi = version("pulumi", "version");
    if (pulumi.isPresent() && pulumi.get().compareTo(PULUMI) >= 0) {
      return Line.ok("pulumi", "Pulumi " + pulumi.get() + ".");
    }
    String found =
        pulumi.map(v -> "The PATH's pulumi is " + v).orElse("There is no pulumi on the PATH");
    return machine.output("go", "version").isPresent()
        ? Line.warn(
            "pulumi",
            found + "; pulumilocal builds one with Go, once, in some minutes.",
            "Install Pulumi " + PULUMI + " or newer to spare the build.")
        : Line.fail(
            "pulumi",
            found + ", and no Go to build one with.",
            "Install Pulumi " + PULUMI + " or newer, or Go.");
  }

  private Optional<Version> version(String... command) {
    return machine.output(command).flatMap(Version::in);
  }
}
