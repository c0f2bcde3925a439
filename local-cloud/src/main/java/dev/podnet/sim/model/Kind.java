package dev.podnet.sim.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the catalog: all that the generic code needs to know about a kind of resource.
 *
 * @param path the collection's path template; the item's has one segment more
 * @param ocid the type part of its OCIDs
 * @param global whether its OCIDs name no region
 * @param states new, ready, going and gone; empty when the kind has no lifecycle state
 * @param updating the state during an update, if there is one
 * @param lingers whether a deleted resource stays readable for a while
 * @param hidden whether it belongs to the cloud, not to its users
 * @param work the middle of work request operations, when changes are asynchronous
 * @param nameField the field with the display name
 * @param uniqueName the field within whose value names are unique
 * @param summaryOmits fields that lists do not show
 * @param blockedBy kinds ("kind" or "kind.field") whose reference refuses a deletion
 */
public record Kind(
    String name,
    String path,
    String ocid,
    boolean global,
    List<String> states,
    @Nullable String updating,
    boolean lingers,
    boolean hidden,
    boolean listWithoutCompartment,
    @Nullable String work,
    String nameField,
    @Nullable String uniqueName,
    Set<String> verbs,
    Set<String> filters,
    Set<String> summaryOmits,
    List<String> blockedBy,
    Map<String, Field> input) {

  public boolean staged() {
    return !states.isEmpty();
  }

  public String ready() {
    return states.get(1);
  }

  /** The state while an event is on its way; empty when the event shows no state of its own. */
  public Optional<String> passing(Event event) {
    if (!staged()) {
      return Optional.empty();
    }
    return switch (event) {
      case CREATE -> Optional.of(states.get(0));
      case UPDATE -> Optional.ofNullable(updating);
      case DELETE -> Optional.of(states.get(2));
      case NETWORK -> Optional.empty();
      case PURGE -> Optional.of(states.get(3));
    };
  }

  public boolean gone(Resource resource) {
    return staged() && resource.state().equals(states.get(3));
  }

  public boolean going(Resource resource) {
    return staged() && resource.state().equals(states.get(2));
  }

  /** The first segment of the path: one value for each OCI service and version. */
  public String service() {
    return path.substring(1, path.indexOf('/', 1));
  }
}
