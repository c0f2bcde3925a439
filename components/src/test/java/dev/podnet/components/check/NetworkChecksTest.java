package dev.podnet.components.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkChecksTest {

  @Test
  void anExistingVcnMayBeAttachedAlready() {
    assertThat(
            Example.of("routed")
                .with("network.drg", null)
                .with("network.id", "ocid1.vcn.oc1..v")
                .ids())
        .isEmpty();
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

  @ParameterizedTest(name = "subnet {0}: {1}")
  @CsvSource({"0, subnets for the API endpoint are regional", "4, subnets for pods are regional"})
  void whatIsBoundToADomainIsToldWhatItIsFor(int subnet, String reason) {
    assertThat(
            new Example().with("network.subnets[" + subnet + "].availabilityDomain", 1).findings())
        .singleElement()
        .satisfies(f -> assertThat(f.reason()).contains(reason));
  }

  @Test
  void securityGroupsNeedNoIpv6Blocks() {
    assertThat(
            Example.of("dual stack")
                .with("network.subnets[5].ipv6Cidr", null)
                .with("security.render", "groups")
                .ids())
        .isEmpty();
  }
}
