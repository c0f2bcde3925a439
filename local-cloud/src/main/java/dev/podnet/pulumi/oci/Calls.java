package dev.podnet.pulumi.oci;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calls that make, find, change and remove one kind of resource. */
interface Calls {
  /**
   * The answer to a change.
   *
   * @param id the resource's OCID; empty when only the work request knows it
   * @param workRequest what to wait for, or null when the change is done or shows in the state
   */
  record Accepted(String id, @Nullable String workRequest) {}

  Accepted create(Target target, Map<String, @Nullable Object> body);

  /** The resource, or nothing when there is none any more. */
  Optional<Map<String, @Nullable Object>> find(Target target);

  Accepted update(Target target, Map<String, @Nullable Object> body);

  Accepted delete(Target target);
}
