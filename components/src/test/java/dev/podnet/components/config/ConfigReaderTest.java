package dev.podnet.components.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.podnet.components.Example;
import dev.podnet.components.config.AccessConfig.Tier;
import dev.podnet.components.config.ExtraRuleConfig.Direction;
import dev.podnet.components.config.ExtraRuleConfig.PeerConfig;
import dev.podnet.components.config.ExtraRuleConfig.Protocol;
import dev.podnet.components.config.PoolConfig.Cni;
import dev.podnet.components.config.RuntimeConfig.Guard;
import dev.podnet.components.config.SecurityConfig.Render;
import dev.podnet.components.config.SecurityConfig.RuleSet;
import dev.podnet.components.config.SubnetConfig.Access;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.net.Cidr;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {

  @Test
  void whatIsLeftOutHasItsDefault() {
    StackConfig config =
        read(
            """
            name: demo
            compartment: ocid
            network: {cidrs: [10.0.0.0/16], subnets: [{name: w, role: workers, cidrs: [10.0.1.0/24]}]}
            cluster: {kubernetesVersion: "v1.34.1"}
            pools: [{name: p, size: 1, shape: s, subnet: w, profiles: [{name: x, subnet: w}]}]
            """);

    assertThat(config.network().subnets().get(0).access()).isEqualTo(Access.PRIVATE);
    assertThat(config.cluster().type()).isEqualTo(ClusterConfig.ClusterType.ENHANCED);
    assertThat(config.pools().get(0).cni()).isEqualTo(Cni.ORACLE);
    assertThat(config.pools().get(0).profiles().get(0).ipCount()).isEqualTo(32);
    assertThat(config.security()).isEmpty();
    assertThat(config.runtime()).isEmpty();
    assertThat(config.tags()).isEmpty();
    assertThat(config.networkCompartment()).isEqualTo("ocid");
  }

  @Test
  void everySettingIsRead() {
    StackConfig config =
        read(
            """
            name: demo
            compartment: ocid
            network: {cidrs: [10.0.0.0/16]}
            cluster: {kubernetesVersion: "v1.34.1", type: basic}
            security:
              clients: [10.1.0.0/16]
              sshClients: [10.2.0.0/16]
              nodePortClients: [10.3.0.0/16]
              listenerClients: [10.4.0.0/16]
              workerInternet: false
              podInternet: false
              rules: narrow
              render: lists
              extra:
                - {name: metrics, on: workers, direction: ingress, peer: {cidr: 10.5.0.0/16},
                   protocol: tcp, ports: "9100", why: Scraped}
            access: {tier: broad, tenancy: root, dynamicGroup: g, secondSource: true,
                     propagationSeconds: 5}
            runtime: {image: i, guard: documented}
            allow: [{finding: f, reason: r}]
            tags: {team: net}
            """);

    assertThat(config.cluster().type()).isEqualTo(ClusterConfig.ClusterType.BASIC);
    assertThat(config.security())
        .contains(
            new SecurityConfig(
                List.of(Cidr.of("10.1.0.0/16")),
                List.of(Cidr.of("10.2.0.0/16")),
                List.of(Cidr.of("10.3.0.0/16")),
                List.of(Cidr.of("10.4.0.0/16")),
                false,
                false,
                RuleSet.NARROW,
                Render.LISTS,
                List.of(
                    new ExtraRuleConfig(
                        "metrics",
                        Role.WORKERS,
                        Direction.INGRESS,
                        new PeerConfig(
                            Optional.empty(),
                            Optional.of(Cidr.of("10.5.0.0/16")),
                            Optional.empty()),
                        Protocol.TCP,
                        Optional.of("9100"),
                        Optional.empty(),
                        "Scraped"))));
    assertThat(config.access())
        .contains(new AccessConfig(Tier.BROAD, Optional.of("root"), Optional.of("g"), true, 5));
    assertThat(config.runtime()).contains(new RuntimeConfig("i", Guard.DOCUMENTED));
    assertThat(config.allow()).containsExactly(new Waiver("f", "r"));
    assertThat(config.tags()).isEqualTo(Map.of("team", "net"));
  }

  @Test
  void everySettingOfTheNetworkIsRead() {
    StackConfig config =
        read(
            """
            name: demo
            compartment: ocid
            network:
              compartment: other
              id: ocid1.vcn.x
              gateways: {internet: i, nat: n, service: s}
              groups: {pods: p}
              layout: 1
              routes: [{destination: 192.168.0.0/16, via: d, roles: [workers, pods], why: home}]
              dnsLabel: demo
              cidrs: [10.0.0.0/16]
              ipv6: true
              subnets: [{name: lb, id: ocid1.subnet.x, role: loadBalancers, cidrs: [10.0.1.0/24], access: public, ipv6Index: 3,
                         availabilityDomain: 2, flowLogs: true}]
            cluster: {kubernetesVersion: "v1.34.1"}
            """);

    assertThat(config.networkCompartment()).isEqualTo("other");
    assertThat(config.network().dnsLabel()).contains("demo");
    assertThat(config.network().subnets())
        .containsExactly(
            new SubnetConfig(
                "lb",
                Optional.of("ocid1.subnet.x"),
                Role.LOAD_BALANCERS,
                List.of(Cidr.of("10.0.1.0/24")),
                List.of(),
                List.of(),
                Access.PUBLIC,
                Optional.of(3),
                Optional.empty(),
                Optional.of(2),
                true));
    assertThat(config.network().ipv6()).isTrue();
    assertThat(config.network().routes())
        .containsExactly(
            new RouteConfig(
                Cidr.of("192.168.0.0/16"), "d", List.of(Role.WORKERS, Role.PODS), "home"));
    assertThat(config.network().id()).contains("ocid1.vcn.x");
    assertThat(config.network().gateways())
        .contains(new GatewaysConfig(Optional.of("i"), Optional.of("n"), Optional.of("s")));
    assertThat(config.network().groups().orElseThrow().of(Role.PODS)).contains("p");
  }

  @Test
  void everySettingOfDrgAndPeeringsIsRead() {
    StackConfig config =
        read(
            """
            name: demo
            compartment: ocid
            network:
              cidrs: [10.0.0.0/16]
              drg: {id: d, routeTable: t, routes: [{destination: 10.9.0.0/16, attachment: a}],
                    remotePeerings: [{name: far, peer: p, peerRegion: us-phoenix-1}]}
              localPeerings: [{name: near, peer: l}]
              ingressRoutes: [{from: near, destination: 10.8.0.0/16, via: drg, why: hub}]
              subnets: []
            cluster: {kubernetesVersion: "v1.34.1"}
            """);

    assertThat(config.network().drg())
        .contains(
            new DrgConfig(
                Optional.of("d"),
                Optional.of("t"),
                List.of(new DrgRouteConfig(Cidr.of("10.9.0.0/16"), "a")),
                List.of(
                    new RemotePeeringConfig(
                        "far", Optional.of("p"), Optional.of("us-phoenix-1")))));
    assertThat(config.network().localPeerings())
        .containsExactly(new LocalPeeringConfig("near", Optional.of("l")));
    assertThat(config.network().ingressRoutes())
        .containsExactly(
            new IngressRouteConfig("near", Optional.of(Cidr.of("10.8.0.0/16")), "drg", "hub"));
  }

  @ParameterizedTest(name = "{1} at {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pool                         | unknown-key     | []                | Did you mean 'pools'?
          pools[0].profiles[0].ipcount | unknown-key     | 4                 | Did you mean 'ipCount'?
          pools[0].colour              | unknown-key     | blue              | Remove it.
          pools[0].size                | wrong-type      | many              | Write a whole number.
          pools[0].size                | wrong-type      | 1.5               | Write a whole number.
          cluster.kubernetesVersion    | wrong-type      | 1.3               | Quote it.
          pools                        | wrong-type      | {a: b}            | Write a list.
          network                      | wrong-type      | []                | Write a block of settings.
          security.podInternet         | wrong-type      | maybe             | Write true or false.
          pools[0].cni                 | wrong-choice    | calico            | Use one of oracle, packaged.
          network.subnets[1].role      | wrong-choice    | nodes             | Use one of endpoint, workers, pods, loadBalancers, bastion, virtualNodes.
          network.cidrs[0]             | bad-cidr        | 10.0.0.1/16       | Write 10.0.0.0/16.
          network.cidrs[0]             | bad-cidr        | 10.0.0.0          | Write it like 10.0.0.0/16.
          network.cidrs[0]             | bad-cidr        | ten               | Write it like 10.0.0.0/16.
          network.subnets[1].sizes[0]  | bad-size        | small             | Write a prefix like /24, or a number of addresses.
          network.subnets[1].sizes[0]  | bad-size        | 70000             | Write one from /16 to /30.
          name                         | placeholder     | CHANGE-ME         | Write your own value.
          """)
  void aWrongSettingIsNamedWithItsFix(String path, String id, String value, String fix) {
    Example example = new Example().with(path, Example.yaml(value));

    assertThat(example.findings())
        .extracting(Finding::path, Finding::id, Finding::fix)
        .contains(tuple("podnet:" + path, id, fix));
  }

  @Test
  void allMissingSettingsAreToldAtOnce() {
    ConfigReader.Result result = ConfigReader.read(Map.of());

    assertThat(result.config()).isEmpty();
    assertThat(result.findings())
        .extracting(Finding::path)
        .containsExactly("podnet:name", "podnet:compartment", "podnet:network", "podnet:cluster");
  }

  @SuppressWarnings("unchecked")
  private static StackConfig read(String yaml) {
    ConfigReader.Result result = ConfigReader.read((Map<String, Object>) Example.yaml(yaml));
    assertThat(result.findings()).isEmpty();
    return result.config().orElseThrow();
  }
}
