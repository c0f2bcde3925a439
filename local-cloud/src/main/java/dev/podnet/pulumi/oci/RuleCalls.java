package dev.podnet.pulumi.oci;

import dev.podnet.pulumi.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules that only actions of what they belong to add, change and remove. */
final class RuleCalls extends RestCalls {
  private static final int ATTEMPTS = 3;

  private final Words words;

  RuleCalls(OciApi api, Words words) {
    super(api);
    this.words = words;
  }

  /** What the API calls the actions, and the lists in their bodies. */
  enum Words {
    SECURITY("SecurityRules", "securityRules", "securityRuleIds"),
    DRG("DrgRouteRules", "routeRules", "routeRuleIds");

    private final String action;
    private final String rules;
    private final String ids;

    Words(String action, String rules, String ids) {
      this.action = action;
      this.rules = rules;
      this.ids = ids;
    }
  }

  @Override
  public Accepted create(Target target, Map<String, @Nullable Object> body) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Reply reply = act(target, "add", Map.of(words.rules, List.of(body)));
      Optional<String> id =
          (added(reply) instanceof List<?> rules ? rules.stream() : Stream.empty())
              .findFirst()
              .flatMap(RuleCalls::id)
              .or(() -> among(target, body));
      if (id.isPresent()) {
        return new Accepted(id.get(), null);
      }
    }
    throw new Failure(
        "The cloud took the rule of "
            + target.what()
            + " "
            + ATTEMPTS
            + " times, but it neither names it in its answers nor lists it (\"security rule missing"
            + " in response\"). Run \"pulumi up\" again.");
  }

  /**
   * Changes of one group at the same time may lose a rule from the answer, or altogether
   * (terraform-oci-oke#956): it is looked for before it is added again.
   */
  private Optional<String> among(Target target, Map<String, @Nullable Object> body) {
    List<String> found = new ArrayList<>();
    walk(
        target,
        rule -> {
          if (rule.entrySet().containsAll(body.entrySet())) {
            id(rule).ifPresent(found::add);
          }
          return false;
        });
    return found.stream().reduce((first, last) -> last);
  }

  @Override
  public Optional<Map<String, @Nullable Object>> find(Target target) {
    return walk(target, rule -> target.id().equals(rule.get("id")));
  }

  /** The first rule that is the one looked for, through all pages. */
  private Optional<Map<String, @Nullable Object>> walk(
      Target target, Predicate<Map<String, @Nullable Object>> wanted) {
    String path = target.collection() + "?limit=100";
    String page = "";
    while (true) {
      Reply reply;
      try {
        reply = call(target, "GET", path + page, null);
      } catch (ServiceError e) {
        if (e.notFound()) {
          return Optional.empty();
        }
        throw e;
      }
      for (Object item : reply.items()) {
        if (item instanceof Map<?, ?> rule && wanted.test(Wire.strings(rule))) {
          return Optional.of(Wire.strings(rule));
        }
      }
      String next = reply.header("opc-next-page");
      if (next == null) {
        return Optional.empty();
      }
      page = "&page=" + Target.escape(next);
    }
  }

  private static Optional<String> id(@Nullable Object rule) {
    return rule instanceof Map<?, ?> map && map.get("id") instanceof String id
        ? Optional.of(id)
        : Optional.empty();
  }

  @Override
  public Accepted update(Target target, Map<String, @Nullable Object> body) {
    Map<String, @Nullable Object> rule = new LinkedHashMap<>(body);
    rule.put("id", target.id());
    var _ = act(target, "update", Map.of(words.rules, List.of(rule)));
    return new Accepted(target.id(), null);
  }

  @Override
  public Accepted delete(Target target) {
    if (find(target).isPresent()) {
      var _ = act(target, "remove", Map.of(words.ids, List.of(target.id())));
    }
    return new Accepted("", null);
  }

  /** A security group answers with an object, a DRG with the list itself. */
  private @Nullable Object added(Reply reply) {
    return reply.body() instanceof List<?> list ? list : reply.object().get(words.rules);
  }

  private Reply act(Target target, String verb, Object body) {
    String collection = target.collection();
    String owner = collection.substring(0, collection.lastIndexOf('/'));
    return call(target, "POST", owner + "/actions/" + verb + words.action, body);
  }
}
