package dev.podnet.examples.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every example, through the real engine: some from up to destroy at each build and the others as a
 * preview; with {@code -Pfull} all of them from up to destroy.
 */
class ExamplesIT {
  private static final Set<String> WHOLE =
      Set.of(
          "application-resources",
          "dual-stack",
          "oracle-example-4",
          "security-lists",
          "side-by-side");

  @TempDir private static Path state;
  private static LocalCloud cloud;

  @BeforeAll
  static void start() throws Exception {
    cloud = LocalCloud.in(state);
  }

  @AfterAll
  static void stop() throws Exception {
    cloud.close();
  }

  private static List<Scenario> all() throws IOException {
    return Scenario.all();
  }

  private static Stream<Scenario> whole() throws IOException {
    return Scenario.all().stream().filter(s -> WHOLE.contains(s.name()));
  }

  private static Stream<Scenario> others() throws IOException {
    return all(false).filter(s -> !WHOLE.contains(s.name()));
  }

  private static Stream<Scenario> adopting() throws IOException {
    return all(true);
  }

  private static Stream<Scenario> all(boolean adopting) throws IOException {
    List<Scenario> found = new ArrayList<>();
    for (Scenario scenario : Scenario.all()) {
      if (scenario.adopts() == adopting) {
        found.add(scenario);
      }
    }
    return found.stream();
  }

  @Test
  void theReadmeNamesThemAll() throws Exception {
    String readme = Files.readString(Checkout.root().resolve("examples/README.md"));

    assertThat(all())
        .hasSizeGreaterThan(10)
        .allSatisfy(s -> assertThat(readme).contains("(" + s.name() + ")"));
  }

  /** {@code -Dgolden.update=true} writes the files anew. */
  @ParameterizedTest
  @MethodSource("all")
  void thePlanIsTheOneThatWasReviewed(Scenario scenario, @TempDir Path folder) throws Exception {
    String plan = scenario.plan(folder);
    if (Boolean.getBoolean("golden.update")) {
      scenario.write("plan.txt", plan);
    }

    assertThat(plan).isEqualTo(scenario.text("plan.txt"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void previews(Scenario scenario) throws Exception {
    assertThat(pulumi(scenario, "preview").output()).contains("to create");
  }

  @ParameterizedTest
  @MethodSource("whole")
  void goesUpAndDown(Scenario scenario) throws Exception {
    assertThatItGoesUpAndDown(scenario);
  }

  @Tag("full")
  @ParameterizedTest
  @MethodSource("others")
  void goesUpAndDownToo(Scenario scenario) throws Exception {
    assertThatItGoesUpAndDown(scenario);
  }

  @Test
  void whatAnotherStackHasMadeIsUsedAndStays(@TempDir Path folder) throws Exception {
    var owner = new Scenario("oracle-example-4");
    pulumi(owner, "up", "--yes");
    int owned = cloud.resources().size();
    for (Scenario scenario : adopting().toList()) {
      String filled = cloud.filled(owner, scenario, folder).toString();
      pulumi(scenario, "up", "--yes", "--config-file", filled);
      pulumi(scenario, "preview", "--expect-no-changes", "--config-file", filled);
      pulumi(scenario, "refresh", "--yes", "--expect-no-changes", "--config-file", filled);
      pulumi(scenario, "destroy", "--yes");

      assertThat(cloud.resources()).hasSize(owned);
    }
    pulumi(owner, "preview", "--expect-no-changes");
    pulumi(owner, "destroy", "--yes");

    assertThat(cloud.resources()).isEmpty();
  }

  private static void assertThatItGoesUpAndDown(Scenario scenario) throws Exception {
    pulumi(scenario, "up", "--yes");
    pulumi(scenario, "preview", "--expect-no-changes");
    pulumi(scenario, "refresh", "--yes", "--expect-no-changes");
    pulumi(scenario, "destroy", "--yes");

    assertThat(cloud.resources()).isEmpty();
  }

  private static Outcome pulumi(Scenario scenario, String... command) throws Exception {
    String[] stack = {"-C", scenario.folder(), "--stack", "local"};
    return cloud
        .pulumi(Stream.of(command, stack).flatMap(Stream::of).toArray(String[]::new))
        .succeeded();
  }
}
