package dev.podnet.examples.reuse;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.pulumi.Context;
import com.pulumi.Pulumi;
import dev.podnet.components.check.Draft;
import dev.podnet.components.data.Tables;
import dev.podnet.components.plan.Plan;
import dev.podnet.components.resource.Accepted;
import dev.podnet.components.resource.Notes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** The program of three stacks: the network, the cluster in it, and the pools of that. */
public final class Main {
  private static final Path SETTINGS = Path.of("settings.yaml");

  private Main() {}

  public static void main(String[] args) {
    // As in dev.podnet.stack.Main: on two cores the runner would wait for itself.
    System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "4");
    Pulumi.run(Main::declare);
  }

  private static void declare(Context context) {
    Notes notes = Notes.in(context.log());
    Plan plan = Accepted.plan(Draft.of(settings(), Tables.catalog()), context.stackName(), notes);
    Stacks stacks = new Stacks(context, plan, notes);
    switch (context.stackName()) {
      case "network" -> stacks.network();
      case "cluster" -> stacks.cluster();
      default -> stacks.pools();
    }
  }

  private static Map<String, Object> settings() {
    try {
      return new ObjectMapper(new YAMLFactory())
          .readValue(SETTINGS.toFile(), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("The settings cannot be read from " + SETTINGS, e);
    }
  }
}
