package dev.podnet.examples.bench;

import dev.podnet.components.check.Checks;
import dev.podnet.components.check.Subject;
import dev.podnet.components.config.ConfigReader;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.StackConfig;
import dev.podnet.components.data.Tables;
import dev.podnet.components.plan.Catalog;
import dev.podnet.components.plan.Planner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Plans and checks as many pools as it is told, each with a pod subnet of its own: prints the
 * milliseconds of the first run in this process, and the median of those after it.
 */
public final class PlanAndCheck {
  private static final int ROUNDS = 21;

  private PlanAndCheck() {}

  public static void main(String[] args) {
    StackConfig config =
        ConfigReader.read(settings(Integer.parseInt(args[0]))).config().orElseThrow();
    Catalog catalog = Tables.catalog();
    double[] millis = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      List<Finding> findings =
          Checks.check(new Subject(config, new Planner(catalog).plan(config), catalog));
      millis[i] = (System.nanoTime() - start) / 1e6;
      if (!findings.isEmpty()) {
        throw new IllegalStateException("Not the stack that was meant: " + findings.get(0));
      }
    }
    double first = millis[0];
    double[] others = Arrays.copyOfRange(millis, 1, ROUNDS);
    Arrays.sort(others);
    System.out.printf("%.1f %.1f%n", first, others[others.length / 2]);
  }

  private static Map<String, Object> settings(int count) {
    List<Object> subnets =
        new ArrayList<>(
            List.of(
                Map.of("name", "endpoint", "role", "endpoint", "cidrs", List.of("10.0.0.0/29")),
                Map.of("name", "workers", "role", "workers", "cidrs", List.of("10.0.64.0/18"))));
    List<Object> pools = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String block = "10." + (1 + i / 256) + "." + i % 256 + ".0/24";
      subnets.add(Map.of("name", "pods-" + i, "role", "pods", "cidrs", List.of(block)));
      pools.add(pool(i));
    }
    return Map.of(
        "name",
        "bench",
        "compartment",
        "ocid1.compartment.oc1..bench",
        "network",
        Map.of(
            "cidrs",
            List.of("10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16", "10.4.0.0/16"),
            "subnets",
            subnets),
        "cluster",
        Map.of("kubernetesVersion", "v1.34.1"),
        "pools",
        pools);
  }

  private static Map<String, Object> pool(int number) {
    return Map.of(
        "name",
        "pool-" + number,
        "size",
        2,
        "shape",
        "VM.Standard.E5.Flex",
        "ocpus",
        4,
        "memoryGb",
        32,
        "subnet",
        "workers",
        "profiles",
        List.of(profile("front", number), profile("back", number)));
  }

  private static Map<String, Object> profile(String name, int pool) {
    return Map.of("name", name, "subnet", "pods-" + pool, "ipCount", 16);
  }
}
