package dev.podnet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What must not get into the tree. */
class HygieneTest {
  /** Folders of one machine, and hosts that only one network knows. */
  private static final Pattern OF_ONE_MACHINE =
      Pattern.compile(
          "(?<![\\w.$}-])/(?:work|root|home/\\w+|Users/\\w+|tmp/h)/"
              + "|https?://[\\w.-]+\\.(?:internal|corp|lan|intra)\\b"
              + "|https?://[\\w.-]*(?:artifactory|nexus)[\\w.-]*");

  private static final List<String> SKIPPING =
      List.of("Disabled", "Assumptions", "Assume", "EnabledIf", "EnabledOn");

  @Test
  void noFileNamesAPlaceOfOneMachine() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : Tree.files()) {
      if (!file.endsWith("HygieneTest.java")) {
        OF_ONE_MACHINE
            .matcher(text(file))
            .results()
            .map(MatchResult::group)
            .forEach(match -> found.add(Tree.name(file) + ": " + match));
      }
    }

    assertThat(found).isEmpty();
  }

  /** A test that does not run in CI guards nothing; long ones are tagged and run with -Pfull. */
  @Test
  void noTestIsSkipped() throws IOException {
    assertThat(JavaFile.parse(Tree.java()))
        .filteredOn(file ->
            file.imports().stream()
                .filter(name -> name.contains("junit") || name.contains("assertj"))
                .anyMatch(name -> SKIPPING.stream().anyMatch(name::contains)))
        .extracting(JavaFile::name)
        .isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsForAndWhoUsesIt() throws IOException {
    Set<String> silent = new TreeSet<>();
    for (Path file : Tree.java()) {
      Path info = file.resolveSibling("package-info.java");
      boolean test = Tree.name(file).contains("src/test/");
      if (!test && (!Files.exists(info) || !text(info).contains("Uses: "))) {
        silent.add(Tree.name(info));
      }
    }

    assertThat(silent).isEmpty();
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }
}
