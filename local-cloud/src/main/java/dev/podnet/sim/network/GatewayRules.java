package dev.podnet.sim.network;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Rules;
import java.util.List;
import java.util.Optional;

/** Internet, NAT and service gateways: one of a kind in a VCN. */
public final class GatewayRules implements Rules {
  private final String kind;

  public GatewayRules(String kind) {
    this.kind = kind;
  }

  @Override
  public Optional<Refusal> refuseCreate(Draft draft, Doc input) {
    String vcnId = input.need("vcnId");
    boolean present = draft.all(kind).stream().anyMatch(each -> vcnId.equals(each.text("vcnId")));
    return Refusal.first(
        () ->
            Refusal.when(
                present,
                () ->
                    Refusal.limit(
                        "The VCN " + vcnId + " has a " + kind + " already: the limit is 1.")),
        () -> unknownService(draft, input.docs("services")));
  }

  @Override
  public Resource create(Draft draft, Resource fresh, Doc input) {
    return switch (kind) {
      case "natGateway" ->
          fresh.withBody(
              fresh
                  .body()
                  .orElse(
                      Doc.of(
                          "blockTraffic", false,
                          "natIp",
                              "129.213."
                                  + draft.ids().number(256)
                                  + "."
                                  + (1 + draft.ids().number(254)),
                          "publicIpId", "ocid1.publicip.oc1.iad." + draft.ids().unique())));
      case "serviceGateway" ->
          fresh.with("blockTraffic", false).with("services", named(draft, input.docs("services")));
      default -> fresh;
    };
  }

  @Override
  public Optional<Refusal> refuseUpdate(Draft draft, Resource old, Doc input, Doc merged) {
    return unknownService(draft, merged.docs("services"));
  }

  @Override
  public Resource update(Draft draft, Resource old, Resource merged) {
    return kind.equals("serviceGateway")
        ? merged.with("services", named(draft, merged.body().docs("services")))
        : merged;
  }

  private static Optional<Refusal> unknownService(Draft draft, List<Doc> services) {
    return services.stream()
        .map(each -> each.need("serviceId"))
        .filter(id -> draft.get(id).filter(each -> each.kind().equals("service")).isEmpty())
        .findFirst()
        .map(id -> Refusal.notFound("services " + id));
  }

  private static List<Doc> named(Draft draft, List<Doc> services) {
    return services.stream()
        .map(each -> each.need("serviceId"))
        .map(id -> Doc.of("serviceId", id, "serviceName", draft.get(id).orElseThrow().need("name")))
        .toList();
  }
}
