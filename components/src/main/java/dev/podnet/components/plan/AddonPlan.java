package dev.podnet.components.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An add-on of the cluster.
 *
 * @param key what its resource is called after: never changes
 * @param version pinned; empty where OKE chooses
 * @param configuration its settings, in order of their keys
 * @param stays whether it runs on when the stack lets go of it
 */
public record AddonPlan(
    String key,
    String name,
    Optional<String> version,
    List<Map.Entry<String, String>> configuration,
    boolean stays) {

  public AddonPlan {
    configuration = List.copyOf(configuration);
  }

  /** The add-on with its version in OKE's spelling. */
  public AddonPlan atVersion(Optional<String> spelled) {
    return new AddonPlan(key, name, spelled, configuration, stays);
  }
}
