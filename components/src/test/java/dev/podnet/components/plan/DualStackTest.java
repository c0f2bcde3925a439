package dev.podnet.components.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.Example;
import dev.podnet.components.Golden;
import dev.podnet.components.net.Cidr;
import dev.podnet.components.plan.NetworkPlan.Ipv6;
import dev.podnet.components.plan.NetworkPlan.Privacy;
import dev.podnet.components.plan.NetworkPlan.RouteTable;
import dev.podnet.components.plan.NetworkPlan.Subnet;
import dev.podnet.components.plan.NetworkPlan.Target;
import dev.podnet.components.plan.RulePlan.Peer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DualStackTest {
  private static final String BLOCK = "2603:c020:4000:1a03::/64";

  private static Example dual() {
    return new Example()
        .with("network.ipv6", true)
        .with("network.subnets[0].ipv6Index", 0)
        .with("network.subnets[1].ipv6Index", 1)
        .with("network.subnets[4].ipv6Cidr", BLOCK);
  }

  @Test
  void everyRuleOfTheFamilyHasItsTwin() {
    String twins =
        dual().plan().rules().stream()
            .filter(r -> r.key().endsWith("-ipv6"))
            .map(DualStackTest::told)
            .collect(Collectors.joining());

    Golden.assertMatches(DualStackTest.class, "twins.golden", twins);
  }

  @Test
  void theRulesOfIpv4StayWhatTheyWere() {
    assertThat(dual().plan().rules()).containsAll(new Example().plan().rules());
  }

  @Test
  void privateMeansOneBanOfTwo() {
    assertThat(dual().plan().network().subnets())
        .extracting(Subnet::privacy)
        .containsExactly(
            Privacy.PUBLIC,
            Privacy.NO_INTERNET_INGRESS,
            Privacy.PUBLIC,
            Privacy.NO_PUBLIC_ADDRESSES,
            Privacy.NO_INTERNET_INGRESS,
            Privacy.NO_PUBLIC_ADDRESSES);
  }

  @Test
  void everyFamilyHasItsWayOut() {
    NetworkPlan network = dual().plan().network();

    assertThat(network.subnets())
        .extracting(Subnet::routeTable)
        .containsExactly(
            "public-ipv6", "private-ipv6", "public", "private", "private-ipv6", "private");
    assertThat(network.routeTables())
        .extracting(DualStackTest::told)
        .containsExactly(
            "private: 0.0.0.0/0 NAT, services SERVICE",
            "public: 0.0.0.0/0 INTERNET",
            "private-ipv6: 0.0.0.0/0 NAT, ::/0 INTERNET",
            "public-ipv6: 0.0.0.0/0 INTERNET, ::/0 INTERNET");
  }

  @Test
  void aBlockIsAPartOfTheVcnsOrWrittenOut() {
    NetworkPlan network = dual().plan().network();

    assertThat(network.subnets().get(1).ipv6()).contains(new Ipv6.Part(1));
    assertThat(network.subnets().get(4).ipv6()).contains(new Ipv6.Block(Cidr.of(BLOCK)));
    assertThat(Cidr.of("2603:c020:4000:1a00::/56").part(64, 3)).isEqualTo(Cidr.of(BLOCK));
    assertThat(Cidr.of("10.0.0.0/16").part(20, 15)).isEqualTo(Cidr.of("10.0.240.0/20"));
    assertThat(Cidr.of("200.0.0.0/16").part(24, 255)).isEqualTo(Cidr.of("200.0.255.0/24"));
  }

  @Test
  void listsNameBlocksOfTheRulesFamily() {
    Plan plan = dual().with("security.render", "lists").plan();

    assertThat(plan.rules())
        .filteredOn(r -> r.key().contains("-path-mtu") || r.key().contains("-icmp"))
        .filteredOn(r -> r.peer() instanceof Peer.Block)
        .isNotEmpty()
        .allSatisfy(r ->
            assertThat(((Peer.Block) r.peer()).cidr().isIpv6())
                .isEqualTo(r.protocol() == RulePlan.Protocol.ICMPV6));
    assertThat(plan.rules())
        .filteredOn(r -> r.key().startsWith("pods-ingress-pods-all"))
        .extracting(RulePlan::peer)
        .contains(new Peer.Block(Cidr.of(BLOCK)));
  }

  private static String told(RouteTable table) {
    return table.name()
        + ": "
        + table.routes().stream()
            .map(
                r -> r.destination().orElse("services") + " " + ((Target.Own) r.target()).gateway())
            .collect(Collectors.joining(", "));
  }

  private static String told(RulePlan rule) {
    String peer =
        rule.peer() instanceof Peer.Block b
            ? b.cidr().toString()
            : ((Peer.Group) rule.peer()).role().toString();
    String icmp = rule.icmp().map(i -> " " + i.type() + "/" + i.code().orElseThrow()).orElse("");
    return rule.key() + " " + peer + " " + rule.protocol() + icmp + "\n";
  }
}
