package dev.podnet.components.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.Example;
import dev.podnet.components.config.Kinds;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.plan.RulePlan.Peer;
import dev.podnet.components.plan.RulePlan.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rule sets against rows typed by hand from the documented examples 3 and 4. */
class RuleSetsTest {
  /** Both examples; "all" with ports is one rule for TCP and one for UDP. */
  private static final String ROWS =
      """
      endpoint ingress workers tcp 6443
      endpoint ingress workers tcp 12250
      endpoint ingress workers icmp 3,4
      endpoint ingress pods tcp 6443
      endpoint ingress pods tcp 12250
      endpoint egress services tcp
      endpoint egress services icmp 3,4
      endpoint egress workers tcp 10250
      endpoint egress workers icmp 3,4
      endpoint egress pods all
      workers ingress endpoint tcp 10250
      workers ingress 0.0.0.0/0 icmp 3,4
      workers ingress bastion tcp 22
      workers ingress loadBalancers tcp 30000-32767
      workers ingress loadBalancers udp 30000-32767
      workers ingress loadBalancers tcp 10256
      workers ingress loadBalancers udp 10256
      workers egress pods all
      workers egress 0.0.0.0/0 icmp 3,4
      workers egress services tcp
      workers egress endpoint tcp 6443
      workers egress endpoint tcp 12250
      pods ingress workers all
      pods ingress endpoint all
      pods ingress pods all
      pods egress pods all
      pods egress services icmp 3,4
      pods egress services tcp
      pods egress 0.0.0.0/0 tcp 443
      pods egress endpoint tcp 6443
      pods egress endpoint tcp 12250
      loadBalancers ingress 0.0.0.0/0 tcp 443
      loadBalancers egress workers tcp 30000-32767
      loadBalancers egress workers udp 30000-32767
      loadBalancers egress workers tcp 10256
      loadBalancers egress workers udp 10256
      bastion egress endpoint tcp 6443
      bastion egress workers tcp 22
      endpoint ingress bastion tcp 6443
      """;

  private static Example documented() {
    return new Example()
        .with("network.subnets[6]", Example.yaml("{name: b, role: bastion, cidrs: [10.0.3.0/24]}"))
        .with("security.rules", "narrow")
        .with("security.clients", List.of())
        .with("security.listenerClients", List.of("0.0.0.0/0"));
  }

  @Test
  void theNarrowSetIsExample4() {
    assertThat(told(documented())).containsExactlyInAnyOrderElementsOf(ROWS.lines().toList());
  }

  @Test
  void withAPublicEndpointOpenToAllItIsExample3() {
    List<String> rows = new ArrayList<>(ROWS.lines().toList());
    rows.add("endpoint ingress 0.0.0.0/0 tcp 6443");

    assertThat(told(documented().with("security.clients", List.of("0.0.0.0/0"))))
        .containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  void extraRulesKeepTheirNames() {
    Plan plan =
        new Example()
            .with(
                "security.extra",
                Example.yaml(
                    "[{name: metrics, on: workers, direction: ingress, peer: {service: all},"
                        + " protocol: udp, ports: \"9100-9110\", why: Scraped}]"))
            .plan();

    RulePlan rule = plan.rules().get(plan.rules().size() - 1);
    assertThat(rule.key()).isEqualTo("extra-metrics");
    assertThat(told(rule)).isEqualTo("workers ingress services udp 9100-9110");
    assertThat(rule.askedBy().orElseThrow()).hasToString("podnet:security.extra[0]");
  }

  @Test
  void everyRuleThatASettingOpensNamesIt() {
    assertThat(documented().plan().rules())
        .filteredOn(r -> r.askedBy().isPresent())
        .extracting(r -> r.key() + " " + r.askedBy().orElseThrow())
        .containsExactlyInAnyOrder(
            "pods-egress-internet-443 podnet:security.podInternet",
            "load-balancers-ingress-listeners-443-0-0-0-0-0 podnet:security.listenerClients[0]");
  }

  @Test
  void inListsARoleIsItsSubnetsBlocks() {
    NetworkPlan network = new Example().with("security.render", "lists").plan().network();
    Plan plan = new Example().with("security.render", "lists").plan();

    assertThat(network.securityLists())
        .containsExactly(Role.ENDPOINT, Role.WORKERS, Role.PODS, Role.LOAD_BALANCERS);
    assertThat(plan.rules()).noneMatch(r -> r.peer() instanceof Peer.Group);
    assertThat(plan.rules()).extracting(RulePlan::key).doesNotHaveDuplicates();
    assertThat(plan.rules())
        .filteredOn(r -> r.key().startsWith("api-ingress-pods-6443"))
        .extracting(RuleSetsTest::told)
        .containsExactly(
            "endpoint ingress 10.0.16.0/20 tcp 6443",
            "endpoint ingress 10.0.32.0/20 tcp 6443",
            "endpoint ingress 10.0.48.0/20 tcp 6443");
  }

  @Test
  void podsWithoutASubnetOfTheirOwnBringTheirListToTheWorkers() {
    Plan plan =
        new Example().with("security.render", "lists").with("pools[0].profiles", null).plan();

    assertThat(plan.network().subnets().get(1).securityLists())
        .containsExactly(Role.WORKERS, Role.PODS);
  }

  @Test
  void aSubnetThatWorkersAndPodsShareHasBothLists() {
    Plan plan =
        new Example()
            .with("security.render", "lists")
            .with("pools[0].profiles[0].subnet", "workers")
            .plan();

    assertThat(plan.network().subnets().get(1).securityLists())
        .containsExactly(Role.WORKERS, Role.PODS);
    assertThat(plan.rules())
        .extracting(RuleSetsTest::told)
        .contains("endpoint ingress 10.0.1.0/24 tcp 12250");
  }

  @Test
  void groupsAreTheDefault() {
    assertThat(new Example().plan().network().securityLists()).isEmpty();
  }

  @Test
  void portsAreOneOrARange() {
    assertThat(Ports.parse("443")).contains(new Ports(443, 443));
    assertThat(Ports.parse("1-65535")).contains(new Ports(1, 65_535));
    assertThat(Stream.of("0", "65536", "2-1", "a", "1-", "").map(Ports::parse))
        .containsOnly(Optional.empty());
  }

  private static List<String> told(Example example) {
    return example.plan().rules().stream().map(RuleSetsTest::told).toList();
  }

  private static String told(RulePlan rule) {
    String peer =
        rule.peer() instanceof Peer.Group g
            ? Kinds.spelled(g.role())
            : rule.peer() instanceof Peer.Block b ? b.cidr().toString() : "services";
    String detail =
        rule.ports()
            .map(p -> p.min() == p.max() ? " " + p.min() : " " + p.min() + "-" + p.max())
            .or(() -> rule.icmp().map(i -> " " + i.type() + i.code().map(c -> "," + c).orElse("")))
            .orElse("");
    return Kinds.spelled(rule.on())
        + " "
        + Kinds.spelled(rule.direction())
        + " "
        + peer
        + " "
        + Kinds.spelled(rule.protocol())
        + detail;
  }
}
