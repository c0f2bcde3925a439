package dev.podnet.kubernetes;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * What a path of the API names.
 *
 * @param kind the kind
 * @param namespace empty for all namespaces, and for kinds outside of them
 * @param name empty for a collection
 * @param part a subresource such as status, or empty
 */
record Address(Kind kind, String namespace, String name, String part) {

  /** Reads a path; empty when it names no kind that is known. */
  static Optional<Address> parse(Kinds kinds, String path) {
    Deque<String> steps = new ArrayDeque<>(Arrays.asList(path.substring(1).split("/", -1)));
    String root = steps.poll();
    String group = "api".equals(root) ? "" : next(steps);
    String version = next(steps);
    if (steps.size() >= 3 && "namespaces".equals(steps.peek())) {
      String[] rest = steps.toArray(String[]::new);
      Optional<Kind> inside = kinds.byPlural(group, version, rest[2]);
      if (inside.isPresent()) {
        return Optional.of(new Address(inside.get(), rest[1], at(rest, 3), at(rest, 4)));
      }
    }
    String plural = next(steps);
    String name = next(steps);
    String part = next(steps);
    return kinds.byPlural(group, version, plural).map(kind -> new Address(kind, "", name, part));
  }

  Address named(String other) {
    return new Address(kind, namespace, other, part);
  }

  /** Where the object is stored, whatever the version it is asked for in. */
  String key() {
    return prefix() + namespace + "/" + name;
  }

  /** What the keys of all objects of the kind begin with. */
  String prefix() {
    return kind.group() + "/" + kind.plural() + "/";
  }

  /** How messages name the kind. */
  String what() {
    return kind.group().isEmpty() ? kind.plural() : kind.plural() + "." + kind.group();
  }

  private static String next(Deque<String> steps) {
    String step = steps.poll();
    return step == null ? "" : step;
  }

  private static String at(String[] steps, int index) {
    return index < steps.length ? steps[index] : "";
  }
}
