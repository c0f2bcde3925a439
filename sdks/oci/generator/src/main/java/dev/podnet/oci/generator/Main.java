package dev.podnet.oci.generator;

import dev.podnet.oci.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;

/** {@code Main <folder>} writes the sources of the SDK into the folder. */
public final class Main {

  private Main() {}

  /** Generates, and says on standard output how many files changed. */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("Usage: Main <folder for the generated sources>");
      System.exit(2);
    }
    SourceTree tree = new SourceTree(Path.of(args[0]));
    SourceTree.Outcome outcome = tree.replaceWith(new Sdk(Schema.load()).files());
    System.out.println(outcome);
  }
}
