package dev.podnet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The program must compile against the published {@code com.pulumi:oci} as it does against the SDK
 * generated here: it may call only what the published sources have.
 */
class UpstreamNamesTest {
  private static final Path NAMES =
      Tree.ROOT.resolve("sdks/oci/java/src/test/resources/upstream-names.txt");

  /** What every builder and, by inheritance, every resource has: the list does not repeat it. */
  private static final Set<String> EVERYWHERE = Set.of("builder", "build", "id", "urn");

  @Test
  void theProgramCallsOnlyWhatThePublishedSdkHas() throws IOException {
    Map<String, Set<String>> published = published();
    Set<String> calls = calls();
    Set<String> unknown =
        calls.stream()
            .filter(call -> !isPublished(call, published))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(calls).hasSizeGreaterThan(50);
    assertThat(unknown).isEmpty();
  }

  /** Calls from the library and the stack as {@code class#method}, builders as their class. */
  private static Set<String> calls() {
    JavaClasses program =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("dev.podnet.components", "dev.podnet.stack");
    return program.stream()
        .flatMap(type -> type.getCodeUnitCallsFromSelf().stream())
        .map(call -> (CodeUnitCallTarget) call.getTarget())
        .filter(target -> target.getOwner().getPackageName().startsWith("com.pulumi.oci"))
        .map(target -> target.getOwner().getName().replaceAll("\\$.*", "") + "#" + target.getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isPublished(String call, Map<String, Set<String>> published) {
    String type = call.substring(0, call.indexOf('#'));
    String method = call.substring(call.indexOf('#') + 1);
    Set<String> methods = published.get(type);
    return methods != null
        && (EVERYWHERE.contains(method) || method.startsWith("<") || methods.contains(method));
  }

  private static Map<String, Set<String>> published() throws IOException {
    Map<String, Set<String>> published = new HashMap<>();
    for (String line : Files.readAllLines(NAMES)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        // A name is followed by its type, which may hold spaces after commas: only what stands
        // before a colon is a name.
        List<String> words = Arrays.asList(line.split(" "));
        published.put(
            words.get(0),
            words.stream().skip(1).map(w -> w.replaceAll(":.*", "")).collect(Collectors.toSet()));
      }
    }
    return published;
  }
}
