package dev.podnet.ipam;

import java.util.List;
import java.util.Optional;

/** Why there is no address. */
final class Sentences {
  private Sentences() {}

  static String noProfile(String resource, List<Profile> source) {
    String known =
        String.join(", ", source.stream().flatMap(p -> p.resource().stream()).distinct().toList());
    return "no VNIC of this node has the Application Resource \""
        + resource
        + "\"; "
        + (known.isEmpty() ? "none of its VNICs has any" : "its VNICs have " + known);
  }

  static String exhausted(Optional<String> resource, List<Usage> usage) {
    List<String> full =
        usage.stream()
            .filter(u -> resource.isEmpty() || u.resource().equals(resource))
            .map(u -> u.resource().orElse(u.profile()) + " has " + counts(u))
            .toList();
    if (full.isEmpty()) {
      return "this node has no pod addresses yet: its NativePodNetwork object lists none";
    }
    return "no pod address is free: " + String.join("; ", full);
  }

  private static String counts(Usage u) {
    return u.listed()
        + " addresses, "
        + u.held()
        + " in use, "
        + u.draining()
        + " whose links are being removed, "
        + u.quarantined()
        + " in use though no longer listed";
  }
}
