package dev.podnet.sim.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The difference between two states.
 *
 * @param resources changed resources by id; empty means removed
 */
public record Changes(
    Map<String, Optional<Resource>> resources,
    List<Job> addedJobs,
    Set<Long> doneJobs,
    List<Effect> addedEffects,
    Set<Long> doneEffects,
    Map<String, Doc> remembered,
    long counter) {

  public boolean isEmpty() {
    return resources.isEmpty()
        && addedJobs.isEmpty()
        && doneJobs.isEmpty()
        && addedEffects.isEmpty()
        && doneEffects.isEmpty()
        && remembered.isEmpty();
  }
}
