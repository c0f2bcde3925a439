package dev.podnet.examples.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An example: a folder with a Pulumi project of its own, whose stack is "local".
 *
 * @param name name of the folder
 */
record Scenario(String name) {
  private static final String STACK_FILE = "Pulumi.local.yaml";
  private static final String GAP = "CHANGE-ME-";
  private static final Path EXAMPLES = Checkout.root().resolve("examples");

  /** All of them, by name. */
  static List<Scenario> all() throws IOException {
    try (Stream<Path> folders = Files.list(EXAMPLES)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve(STACK_FILE)))
          .map(folder -> new Scenario(folder.getFileName().toString()))
          .sorted((a, b) -> a.name.compareTo(b.name))
          .toList();
    }
  }

  /** Folder, from the root of the checkout. */
  String folder() {
    return "examples/" + name;
  }

  String text(String file) throws IOException {
    return Files.readString(EXAMPLES.resolve(name).resolve(file));
  }

  void write(String file, String text) throws IOException {
    Files.writeString(EXAMPLES.resolve(name).resolve(file), text);
  }

  /** Whether it uses what another example makes: its stack file has gaps for those OCIDs. */
  boolean adopts() throws IOException {
    return text(STACK_FILE).contains(GAP);
  }

  /** What podnetctl says is planned for it, offline; where OCIDs are not known yet, with others. */
  String plan(Path folder) throws IOException, InterruptedException {
    Path file =
        Files.writeString(folder.resolve(STACK_FILE), text(STACK_FILE).replace(GAP, "example-"));
    return Checkout.run(
            Map.of(),
            "cni-runtime/podnetctl/podnetctl",
            List.of("plan", "--rules", "--file", file.toString()))
        .succeeded()
        .output()
        .replace(file.toString(), STACK_FILE);
  }

  @Override
  public String toString() {
    return name;
  }
}
