package dev.podnet.sim.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The difference between two states.
 *
 * @param resources changed resources by id; empty means removed
 * @param remembered answers by retry token
 * @param forgotten retry tokens whose time is over
 */
public record Changes(
    Map<String, Optional<Resource>> resources,
    List<Job> addedJobs,
    Set<Long> doneJobs,
    List<Effect> addedEffects,
    Set<Long> doneEffects,
    Map<String, Doc> remembered,
    List<String> forgotten,
    long counter) {

  /** Only that Kubernetes has been told. */
  public static Changes told(Set<Long> effects, long counter) {
    return new Changes(
        Map.of(), List.of(), Set.of(), List.of(), effects, Map.of(), List.of(), counter);
  }

  public boolean isEmpty() {
    return resources.isEmpty()
        && addedJobs.isEmpty()
        && doneJobs.isEmpty()
        && addedEffects.isEmpty()
        && doneEffects.isEmpty()
        && remembered.isEmpty();
  }
}
