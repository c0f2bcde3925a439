package com.pulumi.oci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Code written against this SDK must compile against com.pulumi:oci. The list is of the very
 * release that the schema is of, so there is no difference to excuse.
 */
class UpstreamNamesTest {

  /** Written by hand here, and no part of what programs use. */
  private static final Set<String> NOT_LISTED =
      Set.of("com.pulumi.oci.Utilities", "com.pulumi.oci.package-info");

  @ParameterizedTest(name = "{0}")
  @MethodSource("listed")
  void membersAreThoseOfThePublishedClass(String name, Map<String, String> members)
      throws ClassNotFoundException {
    assertThat(new GeneratedClass(Class.forName(name)).members()).isEqualTo(members);
  }

  @Test
  void everyGeneratedClassIsListed() throws IOException, URISyntaxException {
    Set<String> listed = new TreeSet<>(NOT_LISTED);
    for (String line : lines()) {
      listed.add(line.split(" ", 2)[0]);
    }

    assertThat(generated()).isEqualTo(listed);
  }

  private static Stream<Arguments> listed() throws IOException {
    return lines().stream().map(UpstreamNamesTest::parse);
  }

  private static Arguments parse(String line) {
    String[] words = line.split(" ");
    Map<String, String> members = new TreeMap<>();
    Arrays.stream(words)
        .skip(1)
        .map(word -> word.split(":", 2))
        .forEach(member -> members.put(member[0], member[1]));
    return Arguments.of(words[0], members);
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = UpstreamNamesTest.class.getResourceAsStream("/upstream-names.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }

  private static Set<String> generated() throws IOException, URISyntaxException {
    Path root = Path.of(Provider.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      return new TreeSet<>(
          files
              .map(file -> root.relativize(file).toString())
              .filter(file -> file.endsWith(".class") && !file.contains("$"))
              .map(file -> file.replace(".class", "").replace('/', '.'))
              .toList());
    }
  }
}
