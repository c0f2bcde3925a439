package dev.podnet.pulumi.oci;

import dev.podnet.oci.schema.Property;
import dev.podnet.oci.schema.ResourceType;
import dev.podnet.oci.schema.Schema;
import dev.podnet.pulumi.Change;
import dev.podnet.pulumi.Failure;
import dev.podnet.pulumi.HalfMade;
import dev.podnet.pulumi.Unknown;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is done to a resource, from the first call to the state in which it stays. */
final class Lifecycle {
  private final Schema schema;
  private final RestTable table;
  private final Wire wire;
  private final OciApi api;
  private final WorkRequests work;

  Lifecycle(Schema schema, RestTable table, OciApi api) {
    this.schema = schema;
    this.table = table;
    this.wire = new Wire(schema, table);
    this.api = api;
    this.work = new WorkRequests(api);
  }

  /**
   * A resource as it is.
   *
   * @param id what Pulumi stores as its id
   */
  record Made(String id, Map<String, @Nullable Object> outputs) {}

  /** What a resource will be, as far as a preview can know. */
  Map<String, @Nullable Object> expected(ResourceType type, Map<String, @Nullable Object> inputs) {
    Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
    for (Property property : type.outputs()) {
      Object input = inputs.get(property.name());
      outputs.put(property.name(), input == null ? Unknown.VALUE : input);
    }
    return outputs;
  }

  Made create(ResourceType type, Target target) {
    Map<String, @Nullable Object> body =
        wire.creation(target.rest(), type.inputs(), target.values());
    Calls calls = calls(target);
    Calls.Accepted accepted = calls.create(target, body);
    String id = accepted.id();
    try {
      String workRequest = accepted.workRequest();
      if (workRequest != null) {
        String named = work.join(target, workRequest);
        id = id.isEmpty() ? named : id;
      }
      Target made = target.withId(id);
      return ready(type, made, work.settle(calls, made), target.values());
    } catch (Failure e) {
      throw halfMade(
          type,
          target.withId(
              e instanceof WorkRequests.Unfinished work ? orElse(id, work.resource()) : id),
          e);
    }
  }

  /** The resource as it is, or nothing when there is none any more. */
  Optional<Made> read(ResourceType type, Target asked) {
    Target target = asked.imported();
    return calls(target)
        .find(target)
        .filter(found ->
            !Set.of("DELETED", "TERMINATED")
                .contains(Objects.toString(found.get("lifecycleState"), "")))
        .map(found -> made(type, target, found, target.values()));
  }

  Made update(
      ResourceType type,
      Target target,
      Map<String, @Nullable Object> inputs,
      List<Change> changes) {
    Calls calls = calls(target);
    Map<String, @Nullable Object> body =
        wire.update(target.rest(), type.inputs(), changed(target, inputs, changes));
    if (changes.stream().anyMatch(change -> change.path().equals("compartmentId"))) {
      body.put("compartmentId", inputs.get("compartmentId"));
    }
    try {
      if (!body.isEmpty()) {
        String workRequest = calls.update(target, body).workRequest();
        if (workRequest != null) {
          var _ = work.join(target, workRequest);
        }
      }
      return ready(type, target, work.settle(calls, target), inputs);
    } catch (WorkRequests.Unfinished e) {
      throw halfMade(type, target, e);
    }
  }

  void delete(Target target) {
    Calls calls = calls(target);
    Calls.Accepted accepted = calls.delete(target);
    if (accepted.id().isEmpty()) {
      return;
    }
    String workRequest = accepted.workRequest();
    if (workRequest != null) {
      var _ = work.join(target, workRequest);
    }
    Map<String, @Nullable Object> left = work.gone(calls, target);
    if (left != null) {
      throw new Failure(
          target.what()
              + " was to be deleted, but is "
              + left.get("lifecycleState")
              + " in the cloud. "
              + Objects.toString(left.get("lifecycleDetails"), ""));
    }
  }

  /**
   * A rule is sent whole; of everything else only the top-level properties that change. The engine
   * asks for an update without changes when the last one ended badly: all of it is sent again then,
   * so that a pool that lacks nodes tries once more.
   */
  private static Map<String, @Nullable Object> changed(
      Target target, Map<String, @Nullable Object> inputs, Collection<Change> changes) {
    if (Set.of("security-rule", "drg-route-rule").contains(special(target))) {
      return changes.isEmpty() ? Map.of() : inputs;
    }
    if (changes.isEmpty()) {
      return inputs;
    }
    Set<String> tops =
        changes.stream()
            .map(change -> change.path().split("[.\\[]", 2)[0])
            .collect(Collectors.toSet());
    Map<String, @Nullable Object> some = new LinkedHashMap<>(inputs);
    some.keySet().retainAll(tops);
    return some;
  }

  private Made ready(
      ResourceType type,
      Target target,
      @Nullable Map<String, @Nullable Object> found,
      Map<String, @Nullable Object> inputs) {
    if (found == null) {
      throw new Failure(
          target.what()
              + " ("
              + target.id()
              + ") vanished from the cloud while it was waited for.");
    }
    if ("FAILED".equals(found.get("lifecycleState"))) {
      throw new Failure(
          target.what()
              + " ("
              + target.id()
              + ") is FAILED. "
              + Objects.toString(found.get("lifecycleDetails"), "The cloud gives no details."));
    }
    return made(type, target, found, inputs);
  }

  private Made made(
      ResourceType type,
      Target target,
      Map<String, @Nullable Object> found,
      Map<String, @Nullable Object> known) {
    Map<String, @Nullable Object> echoed = new LinkedHashMap<>(known);
    echoed.keySet().retainAll(type.inputs().all().stream().map(Property::name).toList());
    return new Made(
        target.stored(target.id()), wire.outputs(target.rest(), type.outputs(), found, echoed));
  }

  /** Without an id there is nothing to keep; with one the engine must keep it. */
  private Failure halfMade(ResourceType type, Target target, Failure e) {
    if (target.id().isEmpty()) {
      return e;
    }
    Map<String, @Nullable Object> outputs;
    try {
      outputs =
          calls(target)
              .find(target)
              .map(found -> made(type, target, found, target.values()).outputs())
              .orElse(null);
    } catch (Failure unreadable) {
      outputs = target.values();
    }
    return outputs == null
        ? e
        : new HalfMade(
            String.valueOf(e.getMessage()), target.stored(target.id()), outputs, target.values());
  }

  private Calls calls(Target target) {
    return switch (target.rest().special()) {
      case "security-rule" -> new RuleCalls(api, RuleCalls.Words.SECURITY);
      case "drg-route-rule" -> new RuleCalls(api, RuleCalls.Words.DRG);
      case "peering" -> new PeeringCalls(api, work);
      case "cluster" -> new ClusterCalls(api, work);
      case "vcn" -> new VcnCalls(api, work);
      case null -> new RestCalls(api);
      default -> throw new IllegalStateException("rest.json: special " + target.rest().special());
    };
  }

  private static String special(Target target) {
    return Objects.toString(target.rest().special(), "");
  }

  private static String orElse(String id, String other) {
    return id.isEmpty() ? other : id;
  }

  /** Whether a resource is in a state from which no update leads. */
  boolean isFailed(Map<String, @Nullable Object> outputs) {
    return "FAILED".equals(outputs.get("state"));
  }

  /** What a program's inputs would change. */
  List<Change> changes(
      ResourceType type,
      RestTable.RestType rest,
      Map<String, @Nullable Object> before,
      Map<String, @Nullable Object> outputs,
      Map<String, @Nullable Object> after) {
    return InputDiff.of(schema, table, rest.clears(), type.inputs(), before, outputs, after);
  }
}
