package dev.podnet.pulumi.oci;

import dev.podnet.pulumi.Failure;
import dev.podnet.pulumi.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Waits for changes that the cloud makes in its own time, and says how they go. */
final class WorkRequests {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  /** Three to four seconds in all. */
  private static final int MOST_DOUBTS = 8;

  private final OciApi api;

  WorkRequests(OciApi api) {
    this.api = api;
  }

  /**
   * Waits until the work is done and gives the OCID of the resource that it was about; empty when
   * it names none.
   *
   * @throws Unfinished when the work failed or was cancelled
   */
  String join(Target target, String id) {
    String path = target.rest().api() + "/workRequests/" + Target.escape(id);
    Duration pause = FIRST_PAUSE;
    String shown = "";
    while (true) {
      Reply reply = api.send(target.session(), target.what(), "GET", path, null);
      String status = reply.text("status");
      String resource = resource(reply, target.rest().entity());
      switch (status) {
        case "SUCCEEDED" -> {
          return resource;
        }
        case "FAILED", "CANCELED", "CANCELLED" ->
            throw new Unfinished(
                target.what()
                    + ": work request "
                    + id
                    + " ("
                    + reply.text("operationType")
                    + ") "
                    + status.toLowerCase(Locale.ROOT)
                    + ". "
                    + reasons(target, path),
                resource);
        default -> {
          String line = progress(reply, status);
          if (!line.equals(shown)) {
            target.session().status(target.urn(), line);
            shown = line;
          }
        }
      }
      expired(target, "work request " + id + " is " + status);
      Pause.of(target.session(), pause);
      pause = longer(pause);
    }
  }

  /**
   * Waits until the state of what was made or changed is one in which it stays. Gives its last
   * form, or null when it is gone. Reads may come before the change is seen everywhere: what is not
   * found is looked for a few times.
   */
  @Nullable Map<String, @Nullable Object> settle(Calls calls, Target target) {
    return settled(calls, target, found -> found.isEmpty());
  }

  /** The same after a deletion: what is still there is looked at a few times. */
  @Nullable Map<String, @Nullable Object> gone(Calls calls, Target target) {
    return settled(calls, target, found -> found.isPresent());
  }

  private @Nullable Map<String, @Nullable Object> settled(
      Calls calls, Target target, Predicate<Optional<Map<String, @Nullable Object>>> doubtful) {
    Duration pause = FIRST_PAUSE;
    int doubts = 0;
    while (true) {
      Optional<Map<String, @Nullable Object>> found = calls.find(target);
      String state = found.map(each -> Objects.toString(each.get("lifecycleState"), "")).orElse("");
      if (state.equals("DELETED") || state.equals("TERMINATED")) {
        return null;
      }
      boolean stays = state.equals("RUNNING") || !state.endsWith("ING");
      if (stays && (!doubtful.test(found) || ++doubts > MOST_DOUBTS)) {
        return found.orElse(null);
      }
      if (!stays) {
        target.session().status(target.urn(), state.toLowerCase(Locale.ROOT));
        expired(target, "it is still " + state);
      }
      Pause.of(target.session(), pause);
      pause = longer(pause);
    }
  }

  private static String progress(Reply reply, String status) {
    Object percent = reply.object().get("percentComplete");
    String operation = reply.text("operationType");
    return (operation.isEmpty() ? "work request" : operation)
        + " "
        + status.toLowerCase(Locale.ROOT).replace('_', ' ')
        + (percent == null ? "" : ", " + percent + "%");
  }

  private static void expired(Target target, String how) {
    if (System.nanoTime() > target.deadline()) {
      throw new Failure(
          target.what()
              + " did not become ready in the time given (customTimeouts): "
              + how
              + ". \"pulumi refresh\" shows later what came of it.");
    }
  }

  private static Duration longer(Duration pause) {
    Duration next = pause.multipliedBy(3).dividedBy(2);
    return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
  }

  private static String resource(Reply reply, @Nullable String entity) {
    if (!(reply.object().get("resources") instanceof List<?> resources)) {
      return "";
    }
    for (Object each : resources) {
      if (each instanceof Map<?, ?> resource
          && resource.get("identifier") instanceof String identifier
          && (entity == null
              || Objects.toString(resource.get("entityType"), "")
                  .replaceAll("[^A-Za-z]", "")
                  .equalsIgnoreCase(entity))) {
        return identifier;
      }
    }
    return "";
  }

  /** The errors of a work request, else the last lines of its log. */
  private String reasons(Target target, String path) {
    Object compartment = target.values().get("compartmentId");
    String query =
        compartment == null ? "" : "?compartmentId=" + Target.escape(String.valueOf(compartment));
    for (String part : List.of("/errors", "/logs")) {
      Reply reply = api.send(target.session(), target.what(), "GET", path + part + query, null);
      List<String> lines =
          reply.items().stream()
              .map(item -> item instanceof Map<?, ?> map ? map : Map.of())
              .map(item ->
                  item.get("code") == null
                      ? Objects.toString(item.get("message"), "")
                      : item.get("code") + ": " + item.get("message"))
              .filter(line -> !line.isBlank())
              .toList();
      if (!lines.isEmpty()) {
        return String.join(" ", lines);
      }
    }
    return "It gives no reason.";
  }

  /** Work that ended without success, and the resource it leaves, if any. */
  static final class Unfinished extends Failure {
    private static final long serialVersionUID = 1;

    private final String resource;

    Unfinished(String sentence, String resource) {
      super(sentence);
      this.resource = resource;
    }

    String resource() {
      return resource;
    }
  }
}
