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
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The static rules of a DRG's route table: part of its inner state, as a security group's. What it
 * learns of its attachments by itself is not modelled.
 */
public final class DrgRouteRules {
  private static final String PATH = "/20160918/drgRouteTables/{id}";
  private static final String RULES = "routeRules";
  private static final String ATTACHMENT = "nextHopDrgAttachmentId";

  private DrgRouteRules() {}

  public static List<Route> routes() {
    return List.of(
        Route.of("GET", PATH + "/drgRouteRules", call -> onTable(call, DrgRouteRules::list)),
        action("addDrgRouteRules", DrgRouteRules::add),
        action("updateDrgRouteRules", DrgRouteRules::update),
        action("removeDrgRouteRules", DrgRouteRules::remove));
  }

  private static Route action(String name, BiFunction<Call, Resource, Response> operation) {
    return Route.of("POST", PATH + "/actions/" + name, call -> onTable(call, operation));
  }

  private static Response onTable(Call call, BiFunction<Call, Resource, Response> operation) {
    return call.state()
        .get(call.param("id"))
        .filter(each -> each.kind().equals("drgRouteTable"))
        .map(table -> operation.apply(call, table))
        .orElseGet(() -> Response.of(Refusal.notFound("drgRouteTable " + call.param("id"))));
  }

  private static Response list(Call call, Resource table) {
    return Listing.page(call.request(), rules(table));
  }

  private static Response add(Call call, Resource table) {
    var given = call.body().docs(RULES);
    var refusal =
        Checks.shape(call.draft(), "addDrgRules", call.body())
            .or(() -> badRules(call, table, Stream.concat(rules(table).stream(), given.stream())));
    if (refusal.isPresent()) {
      return Response.of(refusal.get());
    }
    var added =
        given.stream().map(rule -> complete(rule.with("id", call.draft().ids().ruleId()))).toList();
    var all = new ArrayList<>(rules(table));
    all.addAll(added);
    call.draft().put(table.withInner(RULES, all));
    return Listing.page(call.request(), added);
  }

  private static Response update(Call call, Resource table) {
    var given = call.body().docs(RULES);
    var all = new ArrayList<>(rules(table));
    for (Doc change : given) {
      all.replaceAll(old -> old.need("id").equals(change.need("id")) ? old.withAll(change) : old);
    }
    var refusal =
        Checks.shape(call.draft(), "updateDrgRules", call.body())
            .or(() -> unknown(table, given.stream().map(rule -> rule.need("id")).toList()))
            .or(() -> badRules(call, table, all.stream()));
    if (refusal.isPresent()) {
      return Response.of(refusal.get());
    }
    call.draft().put(table.withInner(RULES, all));
    return Listing.page(call.request(), all);
  }

  private static Response remove(Call call, Resource table) {
    var ids = call.body().texts("routeRuleIds");
    var refusal =
        Checks.shape(call.draft(), "removeDrgRules", call.body()).or(() -> unknown(table, ids));
    if (refusal.isPresent()) {
      return Response.of(refusal.get());
    }
    var left = rules(table).stream().filter(rule -> !ids.contains(rule.need("id"))).toList();
    call.draft().put(table.withInner(RULES, left));
    return Response.empty(204);
  }

  private static List<Doc> rules(Resource table) {
    return table.inner().docs(RULES);
  }

  private static Optional<Refusal> unknown(Resource table, List<String> ids) {
    var known = rules(table).stream().map(rule -> rule.need("id")).toList();
    return ids.stream()
        .filter(id -> !known.contains(id))
        .findFirst()
        .map(id ->
            Refusal.invalid("The DRG route table " + table.id() + " has no rule " + id + "."));
  }

  /** A rule leads to an attachment of the table's own DRG, and to each destination only one. */
  private static Optional<Refusal> badRules(Call call, Resource table, Stream<Doc> rules) {
    var seen = new ArrayList<String>();
    for (Doc rule : rules.toList()) {
      String destination = rule.need("destination");
      boolean foreign =
          call.state()
              .get(rule.need(ATTACHMENT))
              .filter(each -> table.need("drgId").equals(each.text("drgId")))
              .isEmpty();
      if (foreign || !Peers.anyCidr(destination) || seen.contains(destination)) {
        return Optional.of(
            Refusal.invalid(
                "'routeRules': %s → %s is no valid rule of %s: an address block that no other rule"
                        .formatted(destination, rule.need(ATTACHMENT), table.id())
                    + " has, to an attachment of the same DRG."));
      }
      seen.add(destination);
    }
    return Optional.empty();
  }

  private static Doc complete(Doc rule) {
    return rule.orElse(
        Doc.of(
            "routeType",
            "STATIC",
            "routeProvenance",
            "STATIC",
            "isConflict",
            false,
            "isBlackhole",
            false,
            "attributes",
            Doc.EMPTY));
  }
}
