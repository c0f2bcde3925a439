package dev.podnet.stack;

import dev.podnet.components.check.Checks;
import dev.podnet.components.check.Review;
import dev.podnet.components.check.Subject;
import dev.podnet.components.config.ConfigReader;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.StackConfig;
import dev.podnet.components.data.Tables;
import dev.podnet.components.plan.Catalog;
import dev.podnet.components.plan.Plan;
import dev.podnet.components.plan.Planner;
import dev.podnet.stack.source.EngineConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the settings come to, before anything is declared.
 *
 * @param plan nothing when the settings could not be read
 * @param review all that is to be said of them
 */
record Draft(Optional<Plan> plan, Review review) {

  static Draft of(Map<String, String> environment) {
    ConfigReader.Result read = ConfigReader.read(EngineConfig.read(environment));
    return read.config()
        .map(config -> checked(config, read.findings()))
        .orElseGet(() -> new Draft(Optional.empty(), Review.of(read.findings(), List.of())));
  }

  private static Draft checked(StackConfig config, List<Finding> found) {
    Catalog catalog = Tables.catalog();
    Plan plan = new Planner(catalog).plan(config);
    List<Finding> checked = Checks.check(new Subject(config, plan, catalog));
    List<Finding> all = Stream.concat(found.stream(), checked.stream()).toList();
    return new Draft(Optional.of(plan), Review.of(all, config.allow()));
  }
}
