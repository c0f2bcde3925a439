package dev.podnet.pulumi.oci;

import dev.podnet.pulumi.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rules that only actions of what they belong to add, change and remove. */
final class RuleCalls extends RestCalls {
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
    Reply reply = act(target, "add", Map.of(words.rules, List.of(body)));
    if (added(reply) instanceof List<?> rules
        && !rules.isEmpty()
        && rules.getFirst() instanceof Map<?, ?> rule
        && rule.get("id") instanceof String id) {
      return new Accepted(id, null);
    }
    throw new Failure(
        "The cloud took the rule of "
            + target.what()
            + " but named none in its answer (\"security"
            + " rule missing in response\"). Run \"pulumi up\" again; a rule that was added twice"
            + " shows in \"oci network nsg rules list\".");
  }

  @Override
  public Optional<Map<String, @Nullable Object>> find(Target target) {
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
        if (item instanceof Map<?, ?> rule && target.id().equals(rule.get("id"))) {
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
