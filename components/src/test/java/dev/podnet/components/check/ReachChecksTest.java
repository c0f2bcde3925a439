package dev.podnet.components.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What leads out of the network and into it, and to the Kubernetes API. */
class ReachChecksTest {

  /** A hub: premises reach the pods through a firewall, and a peer reaches the premises. */
  private static Example hub() {
    return new Example()
        .with("network.drg.routes[0].destination", "10.9.0.0/16")
        .with("network.drg.routes[0].attachment", "ocid1.drgattachment.oc1..a")
        .with("network.drg.remotePeerings[0].name", "far")
        .with("network.localPeerings[0].name", "near")
        .with(
            "network.routes",
            Example.yaml(
                "[{destination: 10.9.0.0/16, via: drg, why: a},"
                    + " {destination: 10.8.0.0/16, via: near, why: b}]"))
        .with(
            "network.ingressRoutes",
            Example.yaml(
                "[{from: drg, destination: 10.0.16.0/20, via: ocid1.privateip.oc1..f, why: a},"
                    + " {from: near, destination: 10.9.0.0/16, via: drg, why: b},"
                    + " {from: internet, destination: 10.0.2.0/24, via: ocid1.privateip.oc1..f,"
                    + " why: c}]"));
  }

  @Test
  void aHubIsAllRight() {
    assertThat(hub().ids()).isEmpty();
  }

  @ParameterizedTest(name = "{1} for {2} as {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          network.routes[0].via                  | route-target        | peer
          network.ingressRoutes[0].from          | ingress-source      | vpn
          network.ingressRoutes[0].via           | ingress-target      | ocid1.natgateway.oc1..n
          network.ingressRoutes[2].via           | ingress-target      | drg
          network.ingressRoutes[1].via           | ingress-target      | service
          network.ingressRoutes[1].destination   | ingress-destination | (none)
          network.ingressRoutes[0].via           | ingress-destination | service
          network.ingressRoutes[0].via           | ingress-cycle       | near
          network.localPeerings[0].name          | duplicate-name      | nat
          network.localPeerings[0].peer          | wrong-ocid          | ocid1.drg.oc1..d
          network.drg.routes[0].attachment       | wrong-ocid          | ocid1.drg.oc1..d
          network.drg.remotePeerings[0].peer     | remote-peer         | ocid1.remotepeeringconnection.oc1..r
          network.drg.remotePeerings[1].name     | duplicate-name      | far
          """)
  void oneWrongSettingGivesItsFinding(String setting, String id, String value) {
    assertThat(hub().with(setting, value.equals("(none)") ? null : value).ids()).contains(id);
  }

  @Test
  void twoRoutesToOneDestinationAreTold() {
    assertThat(
            hub()
                .with(
                    "network.ingressRoutes[3]",
                    Example.yaml(
                        "{from: drg, destination: 10.0.16.0/20, via: ocid1.privateip.oc1..g,"
                            + " why: d}"))
                .ids())
        .containsExactly("route-twice");
    assertThat(
            hub()
                .with(
                    "network.drg.routes[1]",
                    Example.yaml(
                        "{destination: 10.9.0.0/16, attachment: ocid1.drgattachment.oc1..b}"))
                .ids())
        .containsExactly("route-twice");
  }

  @Test
  void anothersGatewayKeepsItsRoutes() {
    assertThat(
            hub()
                .with("network.id", "ocid1.vcn.oc1..v")
                .with("network.gateways.internet", "ocid1.internetgateway.oc1..i")
                .ids())
        .containsExactly("ingress-source");
  }

  private static Example existing() {
    return new Example()
        .with("network.id", "ocid1.vcn.oc1..v")
        .with("cluster.id", "ocid1.cluster.oc1..c");
  }

  @Test
  void aClusterOfAnothersIsAddedToAndNotChanged() {
    assertThat(existing().ids()).isEmpty();
    assertThat(
            existing()
                .with("cluster.kmsKey", "ocid1.key.oc1..k")
                .with("cluster.oidcDiscovery", true)
                .with("cluster.imageSigningKeys[0]", "ocid1.key.oc1..k")
                .with("cluster.oidc", Example.yaml("{issuer: https://i, clientId: c}"))
                .findings())
        .hasSize(4)
        .allSatisfy(f -> assertThat(f.id()).isEqualTo("setting-of-existing-cluster"));
  }

  @Test
  void aPrivateApiIsReachedByAProxyAndWithOneToken() {
    Example example =
        new Example()
            .with("network.subnets[0].access", "private")
            .with("cluster.api.proxyUrl", "socks5://localhost:1080");

    assertThat(example.ids()).isEmpty();
    assertThat(example.with("cluster.api.endpoint", "public").ids())
        .containsExactly("no-public-endpoint");
    assertThat(
            new Example()
                .with("cluster.api.tokenFile", "token")
                .with("cluster.api.tokenCommand[0]", "tool")
                .ids())
        .containsExactly("two-credentials");
  }

  @Test
  void theKubernetesPartNeedsAClusterAndSomethingToRun() {
    Example example =
        new Example().with("part", "kubernetes").with("cluster.id", "ocid1.cluster.oc1..c");

    assertThat(example.ids()).isEmpty();
    assertThat(example.with("pools[1].cni", "oracle").with("runtime", null).ids())
        .containsExactly("part-empty");
  }
}
