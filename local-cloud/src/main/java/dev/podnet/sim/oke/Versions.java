package dev.podnet.sim.oke;

import dev.podnet.sim.model.Catalog;
import java.util.Arrays;
import java.util.List;

/** Kubernetes versions such as v1.33.1, ordered by their numbers. */
final class Versions {
  private Versions() {}

  static List<String> offered(Catalog catalog) {
    return catalog.facts().texts("kubernetesVersions");
  }

  /** Compares as far as the shorter version goes: v1.33 equals v1.33.1. */
  static int compare(String one, String other) {
    int[] left = numbers(one);
    int[] right = numbers(other);
    int length = Math.min(left.length, right.length);
    return Arrays.compare(Arrays.copyOf(left, length), Arrays.copyOf(right, length));
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.replaceFirst("^v", "").split("\\.", -1))
        .mapToInt(Integer::parseInt)
        .toArray();
  }
}
