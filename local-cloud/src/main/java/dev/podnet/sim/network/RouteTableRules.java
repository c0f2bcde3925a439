package dev.podnet.sim.network;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Rules;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A route table: where its rules may point. */
public final class RouteTableRules implements Rules {
  private static final Set<String> TARGETS =
      Set.of(
          "internetGateway",
          "natGateway",
          "serviceGateway",
          "privateIp",
          "drg",
          "localPeeringGateway");

  @Override
  public Optional<Refusal> refuseCreate(Draft draft, Doc input) {
    return badRules(draft, input.need("vcnId"), input.docs("routeRules"));
  }

  @Override
  public Resource create(Draft draft, Resource fresh, Doc input) {
    return normal(fresh);
  }

  @Override
  public Optional<Refusal> refuseUpdate(Draft draft, Resource old, Doc input, Doc merged) {
    return input.has("routeRules")
        ? badRules(draft, old.need("vcnId"), input.docs("routeRules"))
        : Optional.empty();
  }

  @Override
  public Resource update(Draft draft, Resource old, Resource merged) {
    return normal(merged);
  }

  @Override
  public Optional<Refusal> refuseDelete(Draft draft, Resource table) {
    return Peers.defaultOfVcn(draft, table.need("vcnId"), table.id());
  }

  private static Optional<Refusal> badRules(Draft draft, String vcnId, List<Doc> rules) {
    var seen = new HashSet<String>();
    for (Doc rule : rules) {
      var refusal =
          badRule(draft, vcnId, rule)
              .or(() ->
                  Refusal.when(
                      !seen.add(destination(rule)),
                      () ->
                          Refusal.invalid(
                              "Two route rules have the destination " + destination(rule) + ".")));
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return internetBesideServices(draft, rules);
  }

  private static Optional<Refusal> badRule(Draft draft, String vcnId, Doc rule) {
    String destination = destination(rule);
    String target = rule.need("networkEntityId");
    var entity = draft.get(target).filter(each -> TARGETS.contains(each.kind()));
    boolean service = rule.textOr("destinationType", "CIDR_BLOCK").equals("SERVICE_CIDR_BLOCK");
    return Refusal.first(
        () ->
            Refusal.when(
                destination.isEmpty(),
                () -> Refusal.missing("A route rule needs a 'destination'.")),
        () -> Refusal.when(entity.isEmpty(), () -> Refusal.notFound("networkEntityId " + target)),
        () -> outside(draft, vcnId, entity.get()),
        () ->
            Refusal.when(
                service != entity.get().kind().equals("serviceGateway"),
                () ->
                    Refusal.invalid(
                        "A rule for a service CIDR must point to a service gateway, and no other"
                            + " rule may: "
                            + destination
                            + " → "
                            + target
                            + ".")),
        () ->
            Refusal.when(
                service ? !Peers.knownService(draft, destination) : !Peers.anyCidr(destination),
                () -> Refusal.invalid("'" + destination + "' is not a valid destination.")));
  }

  /** A gateway belongs to the VCN, and a DRG must be attached to it. */
  private static Optional<Refusal> outside(Draft draft, String vcnId, Resource entity) {
    return switch (entity.kind()) {
      case "privateIp" -> Optional.empty();
      case "drg" ->
          Refusal.when(
              draft.referrers(entity.id()).stream()
                  .noneMatch(each ->
                      each.kind().equals("drgAttachment") && vcnId.equals(each.text("vcnId"))),
              () ->
                  Refusal.invalid(
                      "'networkEntityId': the DRG %s is not attached to the VCN %s."
                          .formatted(entity.id(), vcnId)));
      default -> Peers.sameVcn(draft, vcnId, "networkEntityId", entity.id());
    };
  }

  /**
   * OCI refuses a default route to the internet gateway beside a route to all services of the
   * region.
   */
  private static Optional<Refusal> internetBesideServices(Draft draft, List<Doc> rules) {
    boolean internet =
        rules.stream()
            .anyMatch(rule ->
                destination(rule).equals("0.0.0.0/0") && leadsTo(draft, rule, "internetGateway"));
    boolean services = rules.stream().anyMatch(rule -> leadsTo(draft, rule, "serviceGateway"));
    return Refusal.when(
        internet && services,
        () ->
            Refusal.invalid(
                "A route table cannot hold a default route to an internet gateway and a route to a"
                    + " service gateway."));
  }

  private static boolean leadsTo(Draft draft, Doc rule, String kind) {
    return draft
        .get(rule.need("networkEntityId"))
        .filter(each -> each.kind().equals(kind))
        .isPresent();
  }

  private static String destination(Doc rule) {
    return rule.textOr("destination", rule.textOr("cidrBlock", ""));
  }

  /** Old clients write 'cidrBlock', new ones 'destination': answers have both. */
  private static Resource normal(Resource table) {
    var rules =
        table.body().docs("routeRules").stream()
            .map(rule -> {
              String type = rule.textOr("destinationType", "CIDR_BLOCK");
              return rule.with("destination", destination(rule))
                  .with("destinationType", type)
                  .with("cidrBlock", type.equals("CIDR_BLOCK") ? destination(rule) : null)
                  .with("routeType", rule.textOr("routeType", "STATIC"));
            })
            .toList();
    return table.with("routeRules", rules);
  }
}
