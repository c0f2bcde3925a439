package dev.podnet.sim.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A readable state of the cloud. */
public interface State {
  Optional<Resource> get(String id);

  /** The resources of a kind, oldest first. */
  Collection<Resource> all(String kind);

  /** The resources whose body names this OCID. */
  Collection<Resource> referrers(String id);

  /** The answer that a retry token got before. */
  Optional<Doc> remembered(String token);

  /** The retry tokens whose answers were given before this instant, oldest first. */
  List<String> tokensBefore(Instant instant);

  /** The transitions that are still to come, in the order in which they are due. */
  List<Job> jobs();

  /** What Kubernetes has not been told yet, oldest first. */
  List<Effect> effects();

  /** The number of ids and versions given out so far. */
  long counter();
}
