package dev.podnet.pulumi.oci;

import dev.podnet.pulumi.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of a network security group, which only its actions add, change and remove. */
final class SecurityRuleCalls extends RestCalls {
  SecurityRuleCalls(OciApi api) {
    super(api);
  }

  @Override
  public Accepted create(Target target, Map<String, @Nullable Object> body) {
    Reply reply = act(target, "addSecurityRules", Map.of("securityRules", List.of(body)));
    if (reply.object().get("securityRules") instanceof List<?> rules
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
    var _ = act(target, "updateSecurityRules", Map.of("securityRules", List.of(rule)));
    return new Accepted(target.id(), null);
  }

  @Override
  public Accepted delete(Target target) {
    if (find(target).isPresent()) {
      var _ = act(target, "removeSecurityRules", Map.of("securityRuleIds", List.of(target.id())));
    }
    return new Accepted("", null);
  }

  private Reply act(Target target, String action, Object body) {
    String collection = target.collection();
    String group = collection.substring(0, collection.lastIndexOf('/'));
    return call(target, "POST", group + "/actions/" + action, body);
  }
}
