package dev.podnet.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Packages that decide see values only: no files, no sockets, no clock, no logger, no engine. They
 * may use each other in one order.
 */
class PurePackagesTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("dev.podnet");

  /** Parts of the JDK that compute, and libraries that do only that. */
  private static final String[] BASICS = {
    "java.lang",
    "java.lang.annotation",
    "java.lang.constant",
    "java.lang.invoke",
    "java.lang.reflect",
    "java.lang.runtime",
    "java.math",
    "java.nio.charset",
    "java.text",
    "java.time",
    "java.time.format",
    "java.time.temporal",
    "java.util",
    "java.util.function",
    "java.util.regex",
    "java.util.stream",
    "org.jspecify.annotations",
    "inet.ipaddr..",
    "org.apache.commons.text.similarity"
  };

  private static final Pattern PURE =
      Pattern.compile(
          "dev\\.podnet\\.(components\\.(net|naming|config|plan|check)"
              + "|sim\\.model|ipam|cni|node|admission\\.rules)(\\.|$)");

  private static final Pattern CLOCK =
      Pattern.compile("now|currentTimeMillis|nanoTime|systemUTC|systemDefaultZone");

  @ParameterizedTest
  @CsvSource({
    "components.net,    ''",
    "components.naming, ''",
    "components.config, components.net",
    "components.plan,   components.net components.config",
    "components.check,  components.net components.config components.plan",
    "sim.model,         ''",
    "ipam,              ip",
    "cni,               ip",
    "node,              ip",
    "admission.rules,   ''",
  })
  void itUsesOnlyWhatComesBeforeIt(String name, String before) {
    String[] allowed =
        Stream.concat(
                Stream.of(BASICS),
                Stream.concat(
                        Stream.of(name),
                        before.isEmpty() ? Stream.empty() : Stream.of(before.split(" ")))
                    .map(p -> "dev.podnet." + p + ".."))
            .toArray(String[]::new);

    classes()
        .that()
        .resideInAPackage("dev.podnet." + name + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void theyTakeTheTimeAsAValue() {
    Stream<String> clocks =
        CLASSES.stream()
            .filter(type -> PURE.matcher(type.getPackageName()).lookingAt())
            .flatMap(type -> type.getMethodCallsFromSelf().stream())
            .filter(call -> call.getTargetOwner().getPackageName().startsWith("java."))
            .filter(call -> CLOCK.matcher(call.getTarget().getName()).matches())
            .map(Object::toString);

    assertThat(clocks).isEmpty();
  }
}
