package dev.podnet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What does not fit on a few screens does more than one thing. */
class SizesTest {
  private static final int LONGEST_FILE = 400;
  private static final int LONGEST_METHOD = 60;
  private static final int MEDIAN_FILE = 90;
  private static final List<String> CODE =
      List.of(".java", ".c", ".h", ".s", ".sh", ".js", ".ts", ".go", ".py");

  @Test
  void noFileOfCodeIsLong() throws IOException {
    Map<String, Integer> tooLong = new TreeMap<>();
    for (Path file : Tree.files()) {
      if (isCode(file) && lines(file) > LONGEST_FILE) {
        tooLong.put(Tree.name(file), lines(file));
      }
    }

    assertThat(tooLong).isEmpty();
  }

  @Test
  void noMethodIsLong() throws IOException {
    assertThat(JavaFile.parse(Tree.java()))
        .hasSizeGreaterThan(20)
        .flatExtracting(JavaFile::methods)
        .filteredOn(method -> method.lines() > LONGEST_METHOD)
        .isEmpty();
  }

  @Test
  void halfOfTheJavaFilesAreShort() throws IOException {
    List<Path> files =
        Tree.java().stream().filter(file -> !file.endsWith("package-info.java")).toList();
    int[] lines = new int[files.size()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = lines(files.get(i));
    }
    Arrays.sort(lines);

    assertThat(lines[lines.length / 2]).isLessThanOrEqualTo(MEDIAN_FILE);
  }

  /** By its ending or, where it has none, by the line that names its interpreter. */
  private static boolean isCode(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.indexOf('.') >= 0) {
      return CODE.stream().anyMatch(name::endsWith);
    }
    byte[] text = Files.readAllBytes(file);
    return text.length > 2 && text[0] == '#' && text[1] == '!';
  }

  private static int lines(Path file) throws IOException {
    return (int) new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().count();
  }
}
