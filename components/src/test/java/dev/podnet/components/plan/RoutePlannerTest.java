package dev.podnet.components.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.Example;
import dev.podnet.components.plan.NetworkPlan.Gateway;
import dev.podnet.components.plan.NetworkPlan.Route;
import dev.podnet.components.plan.NetworkPlan.RouteTable;
import dev.podnet.components.plan.NetworkPlan.Subnet;
import dev.podnet.components.plan.NetworkPlan.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutePlannerTest {
  private static final String DRG = "ocid1.drg.oc1..d";

  private static NetworkPlan with(String routes) {
    return new Example()
        .with("network.drg.id", DRG)
        .with("network.routes", Example.yaml("[" + routes + "]"))
        .plan()
        .network();
  }

  private static String route(String destination, String roles) {
    return "{destination: %s, via: %s, why: home%s}".formatted(destination, DRG, roles);
  }

  @Test
  void aRouteOfAllSubnetsIsInEveryTable() {
    NetworkPlan network = with(route("192.168.0.0/16", ""));
    Route home = new Route(Optional.of("192.168.0.0/16"), new Target.Other(DRG), "home");

    assertThat(network.drg().orElseThrow().origin()).isEqualTo(new Origin.Adopted(DRG));
    assertThat(network.routeTables())
        .extracting(RouteTable::name)
        .containsExactly("private", "public");
    assertThat(network.routeTables()).allSatisfy(t -> assertThat(t.routes()).contains(home));
  }

  @Test
  void rolesWithRoutesOfTheirOwnHaveTheirOwnTable() {
    NetworkPlan network = with(route("192.168.0.0/16", ", roles: [pods]"));

    assertThat(network.subnets())
        .extracting(Subnet::routeTable)
        .containsExactly(
            "public", "private", "public", "private-pods", "private-pods", "private-pods");
    assertThat(network.routeTables())
        .extracting(t -> t.name() + " " + t.routes().size())
        .containsExactly("private 2", "private-pods 3", "public 1");
  }

  @Test
  void aDefaultRouteElsewhereTakesThePlaceOfTheGateways() {
    NetworkPlan network = with(route("0.0.0.0/0", ""));

    assertThat(network.gateways()).containsOnlyKeys(Gateway.SERVICE);
    assertThat(network.routeTables())
        .extracting(t -> t.routes().stream().map(Route::target).toList())
        .containsExactly(
            List.of(new Target.Own(Gateway.SERVICE), new Target.Other(DRG)),
            List.of(new Target.Other(DRG)));
  }

  @Test
  void whatComesInHasATableForEachGateway() {
    NetworkPlan network =
        new Example()
            .with("network.localPeerings[0].name", "near")
            .with("network.drg.remotePeerings[0].name", "far")
            .with(
                "network.ingressRoutes",
                Example.yaml(
                    "[{from: drg, via: service, why: a},"
                        + " {from: near, destination: 10.9.0.0/16, via: drg, why: b},"
                        + " {from: drg, destination: 10.8.0.0/16, via: near, why: c}]"))
            .plan()
            .network();

    assertThat(network.ingress())
        .containsExactly(
            new RouteTable(
                "drg",
                List.of(
                    new Route(Optional.empty(), new Target.Own(Gateway.SERVICE), "a"),
                    new Route(Optional.of("10.8.0.0/16"), new Target.Peering("near"), "c"))),
            new RouteTable(
                "near", List.of(new Route(Optional.of("10.9.0.0/16"), new Target.OwnDrg(), "b"))));
    assertThat(network.drg().orElseThrow().origin()).isEqualTo(new Origin.Created());
  }
}
