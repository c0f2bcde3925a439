package dev.podnet.examples.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The committed stack file with a change, as a file of its own: the tree stays as it is. */
final class StackFile {
  private StackFile() {}

  static Path changed(Path folder, String from, String to) throws IOException {
    String text = Files.readString(Checkout.root().resolve("stacks/Pulumi.local.yaml"));
    assertThat(text).contains(from);
    Path file = folder.resolve("Pulumi.local.yaml");
    return Files.writeString(file, text.replaceFirst(Pattern.quote(from), to));
  }
}
