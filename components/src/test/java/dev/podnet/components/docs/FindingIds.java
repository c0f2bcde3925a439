package dev.podnet.components.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ids of findings as the sources have them: a text that is the first of several arguments. */
final class FindingIds {
  private static final Path SOURCES = Path.of("src/main/java/dev/podnet/components");
  private static final Pattern ID =
      Pattern.compile("\\w(?<!\\b(of|join))\\(\\s*\"([a-z][a-z0-9-]*)\",");
  private static final Pattern MADE =
      Pattern.compile("(?:Finding\\.(?:error|warning)|new Finding)\\(\\s*([^,]*),");

  private static final Pattern NOT_FIRST = Pattern.compile(",\\s*String id\\b");

  private FindingIds() {}

  static Set<String> all() {
    return sources()
        .filter(source -> source.contains("inding"))
        .flatMap(source -> ID.matcher(source).results())
        .map(match -> match.group(2))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What findings are made with: a text, or {@code id} where a helper passes its own on. */
  static List<String> firstArguments() {
    return sources()
        .flatMap(source -> MADE.matcher(source).results())
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  /** Places where a helper takes an id, but not as its first argument. */
  static List<String> notFirst() {
    return sources()
        .filter(source -> MADE.matcher(source).find())
        .flatMap(source -> NOT_FIRST.matcher(source).results())
        .map(MatchResult::group)
        .toList();
  }

  private static Stream<String> sources() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .map(FindingIds::read)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
