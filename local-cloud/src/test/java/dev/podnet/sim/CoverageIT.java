package dev.podnet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.sim.SdkFacts.Operation;
import dev.podnet.sim.catalog.CatalogReader;
import dev.podnet.sim.model.Catalog;
import dev.podnet.sim.model.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The simulator beside the official SDK: operations, and the fields of requests. */
class CoverageIT {
  private static final Path PAGE = Path.of("coverage.md");
  private static final Catalog CATALOG = CatalogReader.read(0);
  private static final Set<String> SERVED =
      Services.routes(CATALOG).stream()
          .map(Object::toString)
          .filter(route -> !route.contains(" /podnet"))
          .map(route -> route.split(" ", 2))
          .map(route -> Operation.key(route[0], route[1]))
          .collect(Collectors.toCollection(TreeSet::new));

  private static final Map<String, String> ON_PURPOSE =
      new TreeMap<>(
          Map.of(
              "LaunchInstanceDetails.shape",
              "mandatory here, because instanceConfigurationId in its place is not taken",
              "CreateInstanceConfigurationDetails.source",
              "taken here; the SDK has it as the discriminator of the model, not as a field"));

  private static SdkFacts facts;

  @BeforeAll
  static void read() throws Exception {
    facts = SdkFacts.read();
  }

  /** {@code -Dgolden.update=true} writes it anew. */
  @Test
  void thePageTellsWhatIsServed() throws IOException {
    String page = page();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).hasContent(page);
  }

  @Test
  void everyRouteIsAnOperationOfTheApi() {
    Set<String> operations =
        facts.operations().stream().map(Operation::key).collect(Collectors.toSet());

    assertThat(SERVED).hasSizeGreaterThan(100).isSubsetOf(operations);
  }

  @Test
  void whatRequestsHaveInCommonHasTheSameTypesAndMandatoryFields() {
    assertThat(checks().toList())
        .hasSizeGreaterThan(40)
        .allSatisfy(each -> {
          assertThat(each.typeDiffers()).as(each.model()).isEmpty();
          assertThat(unexplained(each, each.mandatoryDiffers())).as(each.model()).isEmpty();
          assertThat(unexplained(each, each.invented())).as(each.model()).isEmpty();
        });
  }

  private static List<String> unexplained(ModelCheck check, List<String> fields) {
    return fields.stream()
        .filter(each -> !ON_PURPOSE.containsKey(check.model() + "." + each))
        .toList();
  }

  private static Stream<ModelCheck> checks() {
    return CATALOG.kinds().values().stream()
        .filter(kind -> !kind.input().isEmpty())
        .flatMap(CoverageIT::checks);
  }

  private static Stream<ModelCheck> checks(Kind kind) {
    return Stream.of(true, false)
        .flatMap(creation -> ModelCheck.of(facts, kind, creation).stream());
  }

  private static String page() {
    List<String> lines = new ArrayList<>();
    lines.add("# Coverage");
    lines.add("");
    lines.add(
        "Generated from the simulator's routes and the sources of the official Go SDK"
            + " (examples/clients/oci-go/go.mod has its version); a test keeps it true. Of each"
            + " service, the resource types count that have any operation here.");
    operations(lines);
    models(lines);
    return String.join("\n", lines) + "\n";
  }

  private static void operations(List<String> lines) {
    Map<String, List<Operation>> services =
        facts.operations().stream()
            .collect(Collectors.groupingBy(Operation::service, TreeMap::new, Collectors.toList()));
    lines.add("");
    lines.add("| service | operations of the SDK | of resource types here | served |");
    lines.add("| --- | --- | --- | --- |");
    services.forEach((service, all) -> {
      var ours = ofServedTypes(all);
      long served = ours.stream().filter(CoverageIT::isServed).count();
      lines.add("| %s | %d | %d | %d |".formatted(service, all.size(), ours.size(), served));
    });
    services.forEach((service, all) -> {
      lines.add("");
      lines.add("## " + service);
      lines.add("");
      lines.add("Served: " + names(ofServedTypes(all), true) + ".");
      lines.add("");
      lines.add("Not served: " + names(ofServedTypes(all), false) + ".");
    });
  }

  private static void models(List<String> lines) {
    lines.add("");
    lines.add("## Requests");
    lines.add("");
    lines.add(
        "Types and mandatory fields agree with the SDK's struct tags wherever a field is taken; a"
            + " field that is not taken is refused as unrecognized. On purpose:");
    lines.add("");
    ON_PURPOSE.forEach((field, why) -> lines.add("- " + field + ": " + why + "."));
    lines.add("");
    lines.add("| model | fields | taken | not taken |");
    lines.add("| --- | --- | --- | --- |");
    checks()
        .sorted((one, other) -> one.model().compareTo(other.model()))
        .forEach(each ->
            lines.add(
                "| %s | %d | %d | %s |"
                    .formatted(
                        each.model(),
                        each.theirs().size(),
                        each.same(),
                        String.join(", ", each.missing()))));
  }

  private static List<Operation> ofServedTypes(List<Operation> all) {
    Set<String> types =
        all.stream()
            .filter(CoverageIT::isServed)
            .map(Operation::collection)
            .collect(Collectors.toSet());
    return all.stream().filter(each -> types.contains(each.collection())).toList();
  }

  private static boolean isServed(Operation operation) {
    return SERVED.contains(operation.key());
  }

  private static String names(List<Operation> operations, boolean served) {
    return operations.stream()
        .filter(each -> isServed(each) == served)
        .map(Operation::name)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
