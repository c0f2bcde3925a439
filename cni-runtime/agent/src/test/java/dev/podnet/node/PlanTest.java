package dev.podnet.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.ip.Ip;
import dev.podnet.ip.Mac;
import dev.podnet.ip.Prefix;
import dev.podnet.node.Change.DeleteRoute;
import dev.podnet.node.Change.DeleteRule;
import dev.podnet.node.Change.PutRoute;
import dev.podnet.node.Change.PutRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
  private static Vnic vnic(int index, String... sources) {
    Link link = new Link(index, "ens" + index, Optional.empty(), 9000, true, 0, "");
    return new Vnic(
        "v" + index,
        link,
        List.of(sources).stream().map(Prefix::of).toList(),
        List.of(Ip.of("10.0." + index + ".1"), Ip.of("fd00:" + index + "::1")));
  }

  private static Pod pod(int number, Vnic vnic) {
    Ip ip = Ip.of("10.0." + vnic.link().index() + ".0").plus(number);
    return new Pod(
        "oci/c" + number + "/eth0",
        1000 + number,
        "pod" + number,
        "eth0",
        new Mac(number),
        9000,
        List.of(ip),
        vnic.table());
  }

  private static final Vnic FIRST = vnic(1, "10.0.1.0/24", "fd00:1::/64");
  private static final Vnic SECOND = vnic(2, "10.0.2.0/24", "fd00:2::/64");
  private static final Plan PLAN =
      new Plan(
          List.of(FIRST, SECOND),
          new LinkedHashSet<>(List.of("ens0", "ens1", "ens2")),
          List.of(Ip.of("10.0.0.9")));

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 256})
  void theNumberOfRulesDoesNotDependOnThePods(int pods) {
    List<Pod> all = IntStream.range(0, pods).mapToObj(i -> pod(i, FIRST)).toList();

    State state = PLAN.with(all);

    long ofOneFamily = state.rules().stream().filter(rule -> !rule.isIpv6()).count();
    assertThat(ofOneFamily).isEqualTo(6).isLessThanOrEqualTo(4 + 2 * 2);
    assertThat(state.routes()).hasSize(4 + 2 * pods);
  }

  @Test
  void aPodIsInTheTableOfAllAndInThatOfItsVnic() {
    List<Route> routes = PLAN.routes(pod(5, SECOND));

    assertThat(routes).extracting(Route::table).containsExactly(Numbers.PODS, SECOND.table());
    assertThat(routes).allMatch(route -> route.destination().equals(Prefix.of("10.0.2.5/32")));
    assertThat(routes).allMatch(route -> route.source().equals(Optional.of(Ip.of("10.0.0.9"))));
  }

  @Test
  void aSubnetOfOneVnicIsOneBlock() {
    assertThat(
            Sources.of(
                List.of(Prefix.of("10.0.1.0/24")),
                List.of(Ip.of("10.0.1.5"), Ip.of("10.0.1.9")),
                List.of(Ip.of("10.0.2.5"))))
        .containsExactly(Prefix.of("10.0.1.0/24"));
  }

  @Test
  void aSubnetOfSeveralVnicsIsDividedByTheirAddresses() {
    List<Ip> own = IntStream.range(16, 32).mapToObj(i -> Ip.of("10.0.1.0").plus(i)).toList();

    assertThat(Sources.of(List.of(Prefix.of("10.0.1.0/24")), own, List.of(Ip.of("10.0.1.5"))))
        .containsExactly(Prefix.of("10.0.1.16/28"));
  }

  @Test
  void anAddressOutsideOfTheSubnetIsNotForgotten() {
    assertThat(Sources.of(List.of(Prefix.of("10.0.1.0/24")), List.of(Ip.of("10.0.7.5")), List.of()))
        .containsExactly(Prefix.of("10.0.7.5/32"));
  }

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  /** From any state to any other: the changes, carried out one by one, lead there. */
  @ParameterizedTest
  @MethodSource("seeds")
  void theStepsBetweenTwoStatesLeadFromOneToTheOther(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    State actual = part(random);
    State desired = part(random);

    Set<Route> routes = new HashSet<>(actual.routes());
    Set<Rule> rules = new HashSet<>(actual.rules());
    for (Change change : Steps.between(actual, desired)) {
      boolean did =
          switch (change) {
            case PutRoute put -> routes.add(put.route());
            case DeleteRoute delete -> routes.remove(delete.route());
            case PutRule put -> rules.add(put.rule());
            case DeleteRule delete -> rules.remove(delete.rule());
            default -> false;
          };
      assertThat(did).as("seed " + seed + " " + change).isTrue();
    }

    assertThat(new State(routes, rules)).isEqualTo(desired);
  }

  private static State part(SplittableRandom random) {
    List<Pod> pods = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      if (random.nextBoolean()) {
        pods.add(pod(i, random.nextBoolean() ? FIRST : SECOND));
      }
    }
    List<Vnic> vnics = random.nextBoolean() ? List.of(FIRST) : List.of(FIRST, SECOND);
    return new Plan(vnics, PLAN.arrivals(), PLAN.sources()).with(pods);
  }
}
