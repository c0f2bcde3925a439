package dev.podnet.components.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkChecksTest {

  private static Example dual() {
    return new Example()
        .with("network.ipv6", true)
        .with("network.subnets[4].ipv6Index", 4)
        .with("network.subnets[5].ipv6Cidr", "2603:c020:4000:1a05::/64");
  }

  private static Example routed() {
    return new Example()
        .with("network.drg.id", "ocid1.drg.oc1..d")
        .with(
            "network.routes",
            Example.yaml(
                "[{destination: 192.168.0.0/16, via: ocid1.drg.oc1..d, roles: [pods], why: a},"
                    + " {destination: 172.16.0.0/12, via: ocid1.privateip.oc1..p, why: b}]"));
  }

  @Test
  void routesToOtherNetworksAreAllRight() {
    assertThat(routed().ids()).isEmpty();
    assertThat(routed().with("network.drg", null).with("network.id", "ocid1.vcn.oc1..v").ids())
        .isEmpty();
  }

  @ParameterizedTest(name = "{1} for {2} as {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          network.drg                   | drg-not-attached | (none)
          network.drg.id                | drg-not-attached | ocid1.drg.oc1..other
          network.drg.id                | wrong-ocid       | ocid1.vcn.oc1..v
          network.routes[1].via         | route-target     | 10.0.0.1
          network.routes[1].via         | route-target     | ocid1.natgateway.oc1..n
          network.routes[1].destination | route-twice      | 192.168.0.0/16
          """)
  void oneWrongSettingOfARouteGivesItsFinding(String setting, String id, String value) {
    assertThat(routed().with(setting, value.equals("(none)") ? null : value).ids()).contains(id);
  }

  @Test
  void noTableLeadsToTheInternetAndToServices() {
    assertThat(
            routed()
                .with("network.routes[1].destination", "0.0.0.0/0")
                .with("network.routes[1].via", "ocid1.internetgateway.oc1..i")
                .ids())
        .containsExactly("internet-beside-services");
  }

  @ParameterizedTest(name = "subnet {0} in domain {1}: {2}")
  @CsvSource({
    "0, 1, [subnet-not-regional]",
    "4, 1, [subnet-not-regional]",
    "1, 0, [availability-domain]",
    "1, 4, [availability-domain]",
    "1, 3, []",
    "2, 1, []",
  })
  void onlyWorkersAndLoadBalancersMayBeBoundToADomain(int subnet, int domain, String ids) {
    assertThat(
            new Example().with("network.subnets[" + subnet + "].availabilityDomain", domain).ids())
        .hasToString(ids);
  }

  private static Example existing() {
    return new Example()
        .with("network.id", "ocid1.vcn.oc1..v")
        .with("network.gateways.nat", "ocid1.natgateway.oc1..n")
        .with("network.groups.pods", "ocid1.networksecuritygroup.oc1..p")
        .with("network.subnets[4].id", "ocid1.subnet.oc1..e");
  }

  @Test
  void anExistingNetworkIsAllRight() {
    assertThat(existing().ids()).isEmpty();
    assertThat(existing().with("network.subnets[4].cidrs", null).ids())
        .containsExactly("subnet-room-unknown");
  }

  @ParameterizedTest(name = "{1} for {2} as {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          network.id                      | wrong-ocid               | v
          network.gateways.internet       | wrong-ocid               | ocid1.natgateway.oc1..n
          network.gateways.service        | wrong-ocid               | ocid1.natgateway.oc1..n
          network.gateways.nat            | wrong-ocid               | ocid1.subnet.oc1..n
          network.groups.endpoint         | wrong-ocid               | ocid1.subnet.oc1..n
          network.subnets[1].id           | wrong-ocid               | workers
          network.id                      | existing-in-new-vcn      | (none)
          security.render                 | existing-subnet-in-lists | lists
          """)
  void oneWrongSettingOfAnExistingNetworkGivesItsFinding(String setting, String id, String value) {
    assertThat(existing().with(setting, value.equals("(none)") ? null : value).ids())
        .containsExactly(id);
  }

  @Test
  void theBlockOfAnExistingVcnIsNotKnown() {
    assertThat(existing().with("network.ipv6", true).with("network.subnets[3].ipv6Index", 1).ids())
        .containsExactly("ipv6-index-in-existing-vcn");
  }

  @Test
  void noRuleIsAddedToAnothersGroup() {
    Object rule =
        Example.yaml(
            "[{name: x, on: pods, direction: egress, peer: {role: workers}, why: because}]");

    assertThat(existing().with("security.extra", rule).ids()).containsExactly("extra-rule-adopted");
  }

  @Test
  void aDualStackNetworkIsAllRight() {
    assertThat(dual().ids()).isEmpty();
    assertThat(
            dual()
                .with("network.subnets[5].ipv6Cidr", null)
                .with("security.render", "groups")
                .ids())
        .isEmpty();
  }

  @ParameterizedTest(name = "{1} for {2} as {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          network.ipv6                  | ipv6-without-vcn       | false
          network.subnets[4].ipv6Index  | ipv6-block             | 256
          network.subnets[4].ipv6Index  | ipv6-block             | -1
          network.subnets[4].ipv6Cidr   | ipv6-block             | 2603:c020:4000:1a04::/64
          network.subnets[5].ipv6Cidr   | ipv6-block             | 2603:c020:4000:1a00::/56
          network.subnets[5].ipv6Cidr   | ipv6-block             | 10.9.0.0/24
          network.subnets[3].ipv6Index  | ipv6-overlap           | 4
          network.subnets[4].access     | pod-subnet-public-ipv6 | public
          security.render               | ipv6-index-in-lists    | lists
          """)
  void oneWrongSettingOfADualStackNetworkGivesItsFinding(String setting, String id, String value) {
    assertThat(dual().with(setting, value).ids()).containsExactly(id);
  }
}
