package dev.podnet.sim.network;

import dev.podnet.sim.model.Call;
import dev.podnet.sim.model.Checks;
import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Listing;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Response;
import dev.podnet.sim.model.Route;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The rules of a network security group. They are part of the group's inner state: the group itself
 * does not show them.
 */
public final class SecurityGroupRoutes {
  private static final String PATH = "/20160918/networkSecurityGroups/{id}";
  private static final String RULES = "securityRules";
  private static final int MOST_RULES = 120;
  private static final int MOST_IN_ONE_CALL = 25;

  private SecurityGroupRoutes() {}

  public static List<Route> routes() {
    return List.of(
        Route.of("GET", PATH + "/securityRules", call -> onGroup(call, SecurityGroupRoutes::list)),
        Route.of("GET", PATH + "/vnics", call -> onGroup(call, SecurityGroupRoutes::vnics)),
        Route.of(
            "POST",
            PATH + "/actions/addSecurityRules",
            call -> onGroup(call, SecurityGroupRoutes::add)),
        Route.of(
            "POST",
            PATH + "/actions/updateSecurityRules",
            call -> onGroup(call, SecurityGroupRoutes::update)),
        Route.of(
            "POST",
            PATH + "/actions/removeSecurityRules",
            call -> onGroup(call, SecurityGroupRoutes::remove)));
  }

  private static Response onGroup(Call call, BiFunction<Call, Resource, Response> operation) {
    return call.state()
        .get(call.param("id"))
        .filter(each -> each.kind().equals("networkSecurityGroup"))
        .map(group -> operation.apply(call, group))
        .orElseGet(() -> Response.of(Refusal.notFound("networkSecurityGroup " + call.param("id"))));
  }

  private static Response list(Call call, Resource group) {
    String direction = call.request().query("direction");
    var rules =
        rules(group).stream()
            .filter(rule -> direction == null || direction.equals(rule.text("direction")))
            .map(rule -> rule.with("isValid", peerExists(call, rule)))
            .toList();
    return Listing.page(call.request(), rules);
  }

  private static Response vnics(Call call, Resource group) {
    var members = new ArrayList<Doc>();
    for (Resource referrer : call.state().referrers(group.id())) {
      if (referrer.kind().equals("vnic")) {
        members.add(
            Doc.of(
                "vnicId", referrer.id(),
                "resourceId", referrer.inner().text("instanceId"),
                "timeAssociated", referrer.text("timeCreated")));
      }
    }
    return Listing.page(call.request(), members);
  }

  private static Response add(Call call, Resource group) {
    var given = call.body().docs(RULES);
    var refusal =
        Refusal.first(
            () -> Checks.shape(call.draft(), "addRules", call.body()),
            () -> tooMany(given.size()),
            () ->
                Refusal.when(
                    rules(group).size() + given.size() > MOST_RULES,
                    () ->
                        Refusal.limit(
                            "The network security group %s has %d rules; %d more exceed the limit of %d."
                                .formatted(
                                    group.id(), rules(group).size(), given.size(), MOST_RULES))),
            () -> badRules(call, group, given));
    if (refusal.isPresent()) {
      return Response.of(refusal.get());
    }
    var used = new HashSet<String>();
    rules(group).forEach(rule -> used.add(rule.need("id")));
    var added = given.stream().map(rule -> complete(call, rule, freshId(call, used))).toList();
    var all = new ArrayList<>(rules(group));
    all.addAll(added);
    call.draft().put(group.withInner(RULES, all));
    return Response.ok(Doc.of(RULES, added));
  }

  private static Response update(Call call, Resource group) {
    var given = call.body().docs(RULES);
    var all = new ArrayList<>(rules(group));
    var refusal =
        Refusal.first(
            () -> Checks.shape(call.draft(), "updateRules", call.body()),
            () -> tooMany(given.size()),
            () -> unknown(group, given.stream().map(rule -> rule.need("id")).toList()),
            () -> badRules(call, group, given));
    if (refusal.isPresent()) {
      return Response.of(refusal.get());
    }
    var updated = given.stream().map(rule -> complete(call, rule, rule.need("id"))).toList();
    for (Doc rule : updated) {
      all.replaceAll(old -> old.need("id").equals(rule.need("id")) ? rule : old);
    }
    call.draft().put(group.withInner(RULES, all));
    return Response.ok(Doc.of(RULES, updated));
  }

  private static Response remove(Call call, Resource group) {
    var ids = call.body().texts("securityRuleIds");
    var refusal =
        Refusal.first(
            () -> Checks.shape(call.draft(), "removeRules", call.body()),
            () -> tooMany(ids.size()),
            () -> unknown(group, ids));
    if (refusal.isPresent()) {
      return Response.of(refusal.get());
    }
    var left = rules(group).stream().filter(rule -> !ids.contains(rule.need("id"))).toList();
    call.draft().put(group.withInner(RULES, left));
    return Response.empty(204);
  }

  private static List<Doc> rules(Resource group) {
    return group.inner().docs(RULES);
  }

  private static Optional<Refusal> tooMany(int count) {
    return Refusal.when(
        count < 1 || count > MOST_IN_ONE_CALL,
        () ->
            Refusal.invalid(
                "One call takes 1 to " + MOST_IN_ONE_CALL + " security rules, not " + count + "."));
  }

  private static Optional<Refusal> unknown(Resource group, List<String> ids) {
    var known = rules(group).stream().map(rule -> rule.need("id")).toList();
    return ids.stream()
        .filter(id -> !known.contains(id))
        .findFirst()
        .map(id ->
            Refusal.invalid(
                "The network security group " + group.id() + " has no rule " + id + "."));
  }

  private static Optional<Refusal> badRules(Call call, Resource group, List<Doc> rules) {
    var check = new SecurityRuleCheck(call.draft(), group.need("vcnId"));
    return rules.stream()
        .map(rule ->
            check.check(rule, rule.need("direction").equals("INGRESS") ? "source" : "destination"))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static String freshId(Call call, Set<String> used) {
    String id = call.draft().ids().ruleId();
    while (!used.add(id)) {
      id = call.draft().ids().ruleId();
    }
    return id;
  }

  private static Doc complete(Call call, Doc rule, String id) {
    String typeField = rule.need("direction").equals("INGRESS") ? "sourceType" : "destinationType";
    return rule.with("id", id)
        .orElse(
            Doc.of(
                typeField,
                "CIDR_BLOCK",
                "isStateless",
                false,
                "isValid",
                true,
                "timeCreated",
                call.draft().timestamp()));
  }

  private static boolean peerExists(Call call, Doc rule) {
    return rule.ocids().stream().allMatch(id -> call.state().get(id).isPresent());
  }
}
