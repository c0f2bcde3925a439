package dev.podnet.examples.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The committed stack file with a change, as a file of its own: the tree stays as it is. */
final class StackFile {
  private StackFile() {}

  /** The file with each first text of a pair replaced, where it first stands, by the second. */
  static Path changed(Path folder, String... fromTo) throws IOException {
    String text = Files.readString(Checkout.root().resolve("stacks/Pulumi.local.yaml"));
    for (int i = 0; i < fromTo.length; i += 2) {
      assertThat(text).contains(fromTo[i]);
      text = text.replaceFirst(Pattern.quote(fromTo[i]), Matcher.quoteReplacement(fromTo[i + 1]));
    }
    return Files.writeString(folder.resolve("Pulumi.local.yaml"), text);
  }
}
