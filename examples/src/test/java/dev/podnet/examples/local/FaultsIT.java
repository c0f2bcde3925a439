package dev.podnet.examples.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A cloud in which things go wrong: a command converges, or ends in a sentence and leaves what the
 * next command goes on from; nothing is orphaned. One example meets every fault at each build, in a
 * single life; with {@code -Pfull} every example meets each.
 */
class FaultsIT {
  private static final String EXAMPLE = "application-resources";

  /** What each fault that patience does not overcome says. */
  private static final Map<String, String> FINAL =
      Map.of(
          "failed-clusters", "Cluster creation failed in the control plane.",
          "failed-pools", "2 nodes(s) register timeout",
          "limit-exceeded", "400 LimitExceeded, The following service limits were exceeded",
          "out-of-capacity", "Out of host capacity.");

  private static final List<String> PASSING =
      List.of(
          "throttling",
          "server-errors",
          "lost-answers",
          "stale-reads",
          "slow-work",
          "rule-race",
          "profiles-ignored",
          "max-pods-ignored",
          "partial-vnics",
          "backoff");

  @TempDir private static Path state;
  private static LocalCloud cloud;

  @BeforeAll
  static void start() throws Exception {
    cloud = LocalCloud.in(state, Map.of("PODNET_DELAY_SCALE", "0"));
  }

  @AfterAll
  static void stop() throws Exception {
    cloud.close();
  }

  @Test
  void oneStackSurvivesThemAll() throws Exception {
    for (String fault : List.of("failed-clusters", "failed-pools", "limit-exceeded")) {
      assertThatUpFails(EXAMPLE, fault);
    }
    assertThatUpFails(EXAMPLE, "out-of-capacity");
    assertThatItGoesUpAndDown("server-errors", "throttling");
    assertThatItGoesUpAndDown("lost-answers", "stale-reads");
    assertThatItGoesUpAndDown("stale-reads", "lost-answers");
    assertThatItGoesUpAndDown("rule-race", "server-errors");
    assertThatItGoesUpAndDown("slow-work", "profiles-ignored");
    assertThatItGoesUpAndDown("partial-vnics", "slow-work");
    assertThatItGoesUpAndDown("backoff", "max-pods-ignored");
  }

  private static void assertThatItGoesUpAndDown(String upFault, String downFault) throws Exception {
    pulumi(EXAMPLE, upFault, "up").succeeded();
    pulumi(EXAMPLE, downFault, "destroy").succeeded();
    assertThat(cloud.resources()).isEmpty();
  }

  private static Stream<Arguments> matrix() throws Exception {
    List<Arguments> all = new ArrayList<>();
    for (Scenario scenario : Scenario.all()) {
      if (!scenario.adopts()) {
        for (String fault : PASSING) {
          all.add(Arguments.of(scenario.name(), fault));
        }
      }
    }
    return all.stream();
  }

  @Tag("full")
  @ParameterizedTest
  @MethodSource("matrix")
  void everyExampleGetsThrough(String example, String fault) throws Exception {
    pulumi(example, fault, "up").succeeded();
    cloud.control("faults", "none").succeeded();
    cloud
        .pulumi("preview", "-C", "examples/" + example, "--stack", "local", "--expect-no-changes")
        .succeeded();
    pulumi(example, fault, "destroy").succeeded();
    assertThat(cloud.resources()).isEmpty();
  }

  private static Stream<Arguments> failures() throws Exception {
    List<Arguments> all = new ArrayList<>();
    for (Scenario scenario : Scenario.all()) {
      if (!scenario.adopts()) {
        FINAL.keySet().stream()
            .sorted()
            .forEach(fault -> all.add(Arguments.of(scenario.name(), fault)));
      }
    }
    return all.stream();
  }

  /** Not every example has what every fault hits: those go up at once. */
  @Tag("full")
  @ParameterizedTest
  @MethodSource("failures")
  void everyExampleFailsWithASentenceAndRecovers(String example, String fault) throws Exception {
    Outcome first = pulumi(example, fault, "up");
    if (first.exit() != 0) {
      assertThat(first.withoutTrace().output()).contains(FINAL.get(fault));
    }
    pulumi(example, "none", "up").succeeded();
    pulumi(example, "none", "destroy").succeeded();
    assertThat(cloud.resources()).isEmpty();
  }

  private static void assertThatUpFails(String example, String fault) throws Exception {
    Outcome outcome = pulumi(example, fault, "up").failed().withoutTrace();

    assertThat(outcome.output()).contains(FINAL.get(fault)).doesNotContain("which is a bug");
  }

  private static Outcome pulumi(String example, String fault, String command) throws Exception {
    cloud.control("faults", fault, "1").succeeded();
    return cloud.pulumi(
        command, "-C", "examples/" + example, "--stack", "local", "--yes", "--skip-preview");
  }
}
