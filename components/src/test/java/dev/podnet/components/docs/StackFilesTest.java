package dev.podnet.components.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.podnet.components.Golden;
import dev.podnet.components.check.Checks;
import dev.podnet.components.check.Review;
import dev.podnet.components.check.Subject;
import dev.podnet.components.config.ConfigReader;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.StackConfig;
import dev.podnet.components.data.Tables;
import dev.podnet.components.plan.Catalog;
import dev.podnet.components.plan.NetworkPlan;
import dev.podnet.components.plan.Plan;
import dev.podnet.components.plan.Planner;
import dev.podnet.components.plan.PoolPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stack files that come with podnet: refused as they are, all right once filled in. */
class StackFilesTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Catalog CATALOG = Tables.catalog();
  private static final String PLACEHOLDER = "CHANGE-ME";

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void everyPlaceholderThatIsLeftInIsToldAndNothingElse(String stack) throws IOException {
    long left = text(stack).lines().filter(l -> l.matches("[^#]*\\.CHANGE-ME.*")).count();

    assertThat(ConfigReader.read(settings(text(stack))).findings())
        .hasSize((int) left)
        .extracting(Finding::id)
        .containsOnly("placeholder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void filledInItIsAllRightAndThisIsItsPlan(String stack) throws IOException {
    ConfigReader.Result read =
        ConfigReader.read(settings(text(stack).replace(PLACEHOLDER, "aaaa")));
    StackConfig config = read.config().orElseThrow(() -> new AssertionError(read.findings()));
    Plan plan = new Planner(CATALOG).plan(config);
    Review review = Review.of(Checks.check(new Subject(config, plan, CATALOG)), config.allow());

    assertThat(read.findings()).isEmpty();
    assertThat(review.errors()).isEmpty();
    assertThat(review.warnings()).isEmpty();
    Golden.assertMatches(StackFilesTest.class, stack + ".golden", told(plan));
  }

  private static String text(String stack) throws IOException {
    return Files.readString(Path.of("../stacks/Pulumi." + stack + ".yaml"));
  }

  private static Map<String, Object> settings(String text) throws IOException {
    Map<String, Map<String, Object>> file =
        YAML.readValue(text, new TypeReference<Map<String, Map<String, Object>>>() {});
    Map<String, Object> settings = new TreeMap<>();
    file.getOrDefault("config", Map.of())
        .forEach((key, value) -> {
          if (key.startsWith(ConfigReader.NAMESPACE)) {
            settings.put(key.substring(ConfigReader.NAMESPACE.length()), value);
          }
        });
    return settings;
  }

  private static String told(Plan plan) {
    return "part "
        + plan.part()
        + "\nvcn "
        + plan.network().cidrs()
        + "\n"
        + plan.network().subnets().stream().map(StackFilesTest::told).collect(lines())
        + plan.network().routeTables().stream().map(StackFilesTest::told).collect(lines())
        + plan.rules().size()
        + " rules\n"
        + plan.cluster().addons().stream()
            .map(a -> "addon " + a.name() + " " + a.version().orElse("-") + " " + a.configuration())
            .collect(lines())
        + plan.pools().stream().map(StackFilesTest::told).collect(lines())
        + plan.access().statements().stream().map(s -> s.text()).collect(lines());
  }

  private static String told(NetworkPlan.Subnet subnet) {
    return "subnet %s %s %s %s %s"
        .formatted(
            subnet.name(), subnet.role(), subnet.cidrs(), subnet.privacy(), subnet.routeTable());
  }

  private static String told(NetworkPlan.RouteTable table) {
    return table.routes().stream()
        .map(r ->
            "route %s: %s to %s"
                .formatted(table.name(), r.destination().orElse("services"), r.target()))
        .collect(Collectors.joining("\n"));
  }

  private static String told(PoolPlan pool) {
    return "pool %s %d × %s %s, %d pods a node, %s"
        .formatted(
            pool.name(),
            pool.size(),
            pool.shape(),
            pool.cni(),
            pool.capacity().podsPerNode(),
            pool.capacity().profiles());
  }

  private static Collector<CharSequence, ?, String> lines() {
    return Collectors.joining("\n", "", "\n");
  }
}
