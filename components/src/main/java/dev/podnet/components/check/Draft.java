package dev.podnet.components.check;

import dev.podnet.components.config.ConfigReader;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.StackConfig;
import dev.podnet.components.plan.Catalog;
import dev.podnet.components.plan.Plan;
import dev.podnet.components.plan.Planner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What settings come to, before anything is declared.
 *
 * @param plan nothing when the settings could not be read
 * @param review all that is to be said of them
 */
public record Draft(Optional<Plan> plan, Review review) {

  /**
   * Reads, plans and checks.
   *
   * @param settings a tree of maps, lists and scalars, as a YAML or JSON reader makes it
   * @param catalog the tables of shapes, rules and statements
   */
  public static Draft of(Map<String, Object> settings, Catalog catalog) {
    ConfigReader.Result read = ConfigReader.read(settings);
    return read.config()
        .map(config -> checked(config, read.findings(), catalog))
        .orElseGet(() -> new Draft(Optional.empty(), Review.of(read.findings(), List.of())));
  }

  private static Draft checked(StackConfig config, List<Finding> found, Catalog catalog) {
    Plan plan = new Planner(catalog).plan(config);
    List<Finding> checked = Checks.check(new Subject(config, plan, catalog));
    List<Finding> all = Stream.concat(found.stream(), checked.stream()).toList();
    return new Draft(Optional.of(plan), Review.of(all, config.allow()));
  }
}
