package dev.podnet.components.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.Example;
import dev.podnet.components.Golden;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.plan.NetworkPlan.Gateway;
import dev.podnet.components.plan.RulePlan.Peer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlannerTest {

  @Test
  void rulesFollowFromTheRolesOfTheSubnets() {
    String told =
        new Example().plan().rules().stream().map(PlannerTest::told).collect(Collectors.joining());

    Golden.assertMatches(PlannerTest.class, "rules.golden", told);
  }

  @Test
  void ruleKeysAreUnique() {
    Plan plan =
        new Example()
            .with("security.clients", Example.yaml("[10.0.0.0/16, 192.168.0.0/24]"))
            .plan();

    assertThat(plan.rules()).extracting(RulePlan::key).doesNotHaveDuplicates();
    assertThat(plan.rules())
        .extracting(RulePlan::key)
        .contains(
            "api-ingress-clients-6443-10-0-0-0-16", "api-ingress-clients-6443-192-168-0-0-24");
  }

  @Test
  void withoutInternetEgressNoRuleLeadsThere() {
    Plan plan =
        new Example()
            .with("security.workerInternet", false)
            .with("security.podInternet", false)
            .plan();

    assertThat(plan.rules())
        .filteredOn(r -> r.peer() instanceof Peer.Block && r.icmp().isEmpty())
        .extracting(RulePlan::direction)
        .containsOnly(RulePlan.Direction.INGRESS);
  }

  @Test
  void gatewaysAreThoseThatRoutesName() {
    Plan mixed = new Example().plan();
    Plan inward =
        new Example()
            .with("network.subnets[0].access", "private")
            .with("network.subnets[2].access", "private")
            .plan();

    assertThat(mixed.network().gateways().keySet())
        .containsExactly(Gateway.INTERNET, Gateway.NAT, Gateway.SERVICE);
    assertThat(inward.network().gateways().keySet()).containsExactly(Gateway.NAT, Gateway.SERVICE);
    assertThat(inward.cluster().publicEndpoint()).isFalse();
  }

  @Test
  void podsHaveAGroupEvenWhereTheyShareTheWorkersSubnet() {
    Plan plan = new Example().with("network.subnets[3]", null).plan();

    assertThat(plan.network().groups()).containsKey(Role.PODS);
  }

  @Test
  void statementsNameTheCompartmentsTheySpeakOf() {
    AccessPlan access = new Example().plan().access();

    assertThat(access.created()).isTrue();
    assertThat(access.statements())
        .extracting(StatementPlan::key)
        .containsExactly(
            "instances-narrow", "private-ips-narrow", "network-security-groups-narrow");
    assertThat(access.statements())
        .allSatisfy(s -> assertThat(s.text()).contains(s.compartment(), StatementPlan.CLUSTER));
  }

  @Test
  void oneCompartmentForAllNeedsNoStatements() {
    Plan plan = new Example().with("network.compartment", null).plan();

    assertThat(plan.access().statements()).isEmpty();
  }

  @Test
  void ipv6NeedsItsStatementEvenInOneCompartment() {
    Example example = new Example().with("network.compartment", null);

    assertThat(example.with("cluster.dualStack", true).plan().access().statements())
        .extracting(StatementPlan::text)
        .containsExactly(
            "Allow any-user to use ipv6s in compartment "
                + example.config().compartment()
                + " where all { request.principal.id = '${cluster.id}' }");
    assertThat(
            example
                .with("cluster.dualStack", false)
                .with("pools[0].profiles[0].assignIpv6", true)
                .plan()
                .access()
                .statements())
        .extracting(StatementPlan::key)
        .containsExactly("ipv6-addresses");
  }

  @Test
  void broadStatementsAreAttachedToTheTenancy() {
    Plan plan = new Example().with("access.tier", "broad").with("access.tenancy", "root").plan();

    assertThat(plan.access().statements())
        .hasSize(3)
        .allSatisfy(s -> assertThat(s.compartment()).isEqualTo("root"))
        .allSatisfy(s -> assertThat(s.text()).contains(" in tenancy "));
  }

  @Test
  void printedStatementsAreNotCreated() {
    AccessPlan access = new Example().with("access.tier", "print").plan().access();

    assertThat(access.created()).isFalse();
    assertThat(access.statements()).hasSize(3);
  }

  private static String told(RulePlan rule) {
    String peer =
        rule.peer() instanceof Peer.Group g
            ? g.role().toString()
            : rule.peer() instanceof Peer.Block b ? b.cidr().toString() : "SERVICES";
    return "%-55s %-14s %-7s %-14s %-4s %s%s%n"
        .formatted(
            rule.key(),
            rule.on(),
            rule.direction(),
            peer,
            rule.protocol(),
            rule.ports().map(p -> p.min() + "-" + p.max()).orElse(""),
            rule.icmp()
                .map(i -> i.type() + "/" + i.code().map(String::valueOf).orElse(""))
                .orElse(""))
        .replaceAll(" +\n", "\n");
  }
}
