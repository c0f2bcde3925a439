package dev.podnet.sim.iam;

import dev.podnet.sim.model.Catalog;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.State;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the attached policies allow one resource principal, such as a cluster. */
public final class Access {
  private final State state;
  private final ResourceTypes types;
  private final Compartments compartments;
  private final Resource principal;
  private final Map<String, String> target;

  public Access(State state, Catalog catalog, Resource principal) {
    this(state, catalog, principal, Map.of());
  }

  /** With variables of what is acted upon, such as {@code target.cluster.id}. */
  public Access(State state, Catalog catalog, Resource principal, Map<String, String> target) {
    this.target = target;
    this.state = state;
    this.types = ResourceTypes.of(catalog);
    this.compartments = new Compartments(state);
    this.principal = principal;
  }

  /** Whether the principal may do this in that compartment. */
  public boolean allows(Need need, String compartmentId) {
    var variables = variables(compartmentId);
    var granted = new HashSet<String>();
    boolean whole = false;
    for (Resource policy : state.all("policy")) {
      for (String text : policy.body().texts("statements")) {
        if (!(read(text) instanceof Statement.Grant grant)
            || !reaches(policy.need("compartmentId"), grant, compartmentId)
            || !isSubject(grant.subject())
            || !grant.condition().holds(variables)) {
          continue;
        }
        if (!grant.allow() && touches(grant.action(), need)) {
          return false;
        }
        whole |= grant.allow() && isWhole(grant.action(), need);
        granted.addAll(permissions(grant));
      }
    }
    return whole || (!need.permissions().isEmpty() && granted.containsAll(need.permissions()));
  }

  private Statement read(String text) {
    try {
      return StatementParser.parse(text, types::knows);
    } catch (BadStatement e) {
      throw new IllegalStateException("A policy was stored that cannot be read", e);
    }
  }

  private boolean reaches(String home, Statement.Grant grant, String compartmentId) {
    return compartments
        .resolve(home, grant.place())
        .filter(top -> compartments.within(compartmentId, top))
        .isPresent();
  }

  /** A resource is in no group and is no service, but may be in a dynamic group. */
  private boolean isSubject(Statement.Subject subject) {
    return switch (subject.kind()) {
      case "any-user" -> true;
      case "dynamic-group" ->
          state.all("dynamicGroup").stream()
              .filter(group ->
                  subject.names().stream()
                      .anyMatch(name ->
                          name.equals(group.id()) || name.equalsIgnoreCase(group.text("name"))))
              .anyMatch(this::isMember);
      default -> false;
    };
  }

  private boolean isMember(Resource group) {
    String type = principal.kind().toLowerCase(Locale.ROOT);
    var variables = new LinkedHashMap<String, String>();
    variables.put("resource.type", type);
    variables.put("resource.id", principal.id());
    variables.put("resource.compartment.id", principal.need("compartmentId"));
    if (type.equals("instance")) {
      variables.put("instance.id", principal.id());
      variables.put("instance.compartment.id", principal.need("compartmentId"));
    }
    try {
      return ConditionParser.rule(group.need("matchingRule")).holds(variables);
    } catch (BadStatement e) {
      throw new IllegalStateException("A dynamic group was stored that cannot be read", e);
    }
  }

  private boolean isWhole(Statement.Action action, Need need) {
    return action instanceof Statement.Action.OnType(var verb, var type)
        && verb.includes(need.verb())
        && types.covers(type, need.type());
  }

  /** A denial needs less than an allowance: any verb on the type, or one of the permissions. */
  private boolean touches(Statement.Action action, Need need) {
    return switch (action) {
      case Statement.Action.OnType(var verb, var type) ->
          need.verb().includes(verb) && types.covers(type, need.type());
      case Statement.Action.Permissions(var names) ->
          names.stream().anyMatch(need.permissions()::contains);
    };
  }

  private static Set<String> permissions(Statement.Grant grant) {
    return grant.allow() && grant.action() instanceof Statement.Action.Permissions(var names)
        ? names
        : Set.of();
  }

  private Map<String, String> variables(String compartmentId) {
    var variables = new LinkedHashMap<String, String>(target);
    variables.put("request.principal.type", principal.kind().toLowerCase(Locale.ROOT));
    variables.put("request.principal.id", principal.id());
    variables.put("request.principal.compartment.id", principal.need("compartmentId"));
    variables.put("request.region", "iad");
    variables.put("target.compartment.id", compartmentId);
    state
        .get(compartmentId)
        .map(each -> each.text("name"))
        .ifPresent(name -> variables.put("target.compartment.name", name));
    return variables;
  }
}
