package dev.podnet.components.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.Example;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.plan.NetworkPlan.Gateway;
import dev.podnet.components.plan.NetworkPlan.RouteTable;
import dev.podnet.components.plan.NetworkPlan.Subnet;
import dev.podnet.components.plan.Origin.Adopted;
import dev.podnet.components.plan.Origin.Created;
import dev.podnet.components.plan.RulePlan.Peer;
import org.junit.jupiter.api.Test;

class ExistingTest {
  private static Example existing() {
    return new Example()
        .with("network.id", "ocid1.vcn.oc1..v")
        .with("network.gateways.nat", "ocid1.natgateway.oc1..n")
        .with("network.groups.pods", "ocid1.networksecuritygroup.oc1..p")
        .with("network.subnets[0].id", "ocid1.subnet.oc1..e")
        .with("network.subnets[2].id", "ocid1.subnet.oc1..l");
  }

  @Test
  void whatIsNamedIsAdoptedAndTheRestIsCreated() {
    NetworkPlan network = existing().plan().network();

    assertThat(network.vcn()).isEqualTo(new Adopted("ocid1.vcn.oc1..v"));
    assertThat(network.gateways())
        .containsEntry(Gateway.NAT, new Adopted("ocid1.natgateway.oc1..n"))
        .containsEntry(Gateway.SERVICE, new Created());
    assertThat(network.groups())
        .containsEntry(Role.PODS, new Adopted("ocid1.networksecuritygroup.oc1..p"))
        .containsEntry(Role.WORKERS, new Created());
    assertThat(network.subnets())
        .extracting(Subnet::origin)
        .startsWith(new Adopted("ocid1.subnet.oc1..e"), new Created());
  }

  @Test
  void noTableAndNoGatewayIsMadeForSubnetsThatExist() {
    NetworkPlan network = existing().plan().network();

    assertThat(network.routeTables()).extracting(RouteTable::name).containsExactly("private");
    assertThat(network.gateways()).doesNotContainKey(Gateway.INTERNET);
  }

  @Test
  void subnetsKeepTheirDomainAndTheirLog() {
    NetworkPlan network =
        new Example()
            .with("network.subnets[1].availabilityDomain", 2)
            .with("network.subnets[4].flowLogs", true)
            .plan()
            .network();

    assertThat(network.subnets().get(1).availabilityDomain()).contains(2);
    assertThat(network.subnets())
        .filteredOn(Subnet::flowLogs)
        .extracting(Subnet::name)
        .containsExactly("frontend");
  }

  @Test
  void aGroupThatExistsIsAPeerButGetsNoRules() {
    Plan plan = existing().plan();

    assertThat(plan.rules()).extracting(RulePlan::on).doesNotContain(Role.PODS);
    assertThat(plan.rules()).extracting(RulePlan::peer).contains(new Peer.Group(Role.PODS));
  }
}
