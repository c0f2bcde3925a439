package dev.podnet.components.data;

import java.util.LinkedHashMap;
import java.util.Map;

/** Makes of the guard under Oracle's names one that can stand beside Oracle's own. */
final class BesideOracle {
  private BesideOracle() {}

  /**
   * The object under its other name.
   *
   * @param names other names, by those in the object
   * @param labels what a pod must carry besides, so that Oracle's pods answer to Oracle's guard
   *     only
   */
  static Map<String, Object> adapted(
      Map<String, Object> object, Map<?, ?> names, Map<?, ?> labels) {
    Map<String, Object> adapted = new LinkedHashMap<>(object);
    adapted.computeIfPresent("metadata", (k, v) -> renamed(v, "name", names));
    adapted.computeIfPresent("spec", (k, v) -> narrowed(renamed(v, "policyName", names), labels));
    return adapted;
  }

  private static Map<String, Object> renamed(Object tree, String key, Map<?, ?> names) {
    Map<String, Object> renamed = copy(tree);
    renamed.computeIfPresent(key, (k, name) -> renamed(name, names));
    return renamed;
  }

  // A name without another would be Oracle's: better no guard is deployed than hers overwritten.
  private static Object renamed(Object name, Map<?, ?> names) {
    Object other = names.get(name);
    if (other == null) {
      throw new IllegalStateException("deletion-guard-beside.yaml has no other name for " + name);
    }
    return other;
  }

  private static Object narrowed(Map<String, Object> spec, Map<?, ?> labels) {
    spec.computeIfPresent(
        "matchConstraints",
        (k, constraints) -> {
          Map<String, Object> narrowed = copy(constraints);
          narrowed.computeIfPresent("objectSelector", (s, selector) -> selected(selector, labels));
          return narrowed;
        });
    return spec;
  }

  private static Object selected(Object selector, Map<?, ?> labels) {
    Map<String, Object> selected = copy(selector);
    selected.computeIfPresent(
        "matchLabels",
        (k, v) -> {
          Map<String, Object> all = copy(v);
          labels.forEach((key, value) -> all.put(String.valueOf(key), value));
          return all;
        });
    return selected;
  }

  private static Map<String, Object> copy(Object tree) {
    Map<String, Object> copy = new LinkedHashMap<>();
    if (tree instanceof Map<?, ?> map) {
      map.forEach((key, value) -> copy.put(String.valueOf(key), value));
    }
    return copy;
  }
}
