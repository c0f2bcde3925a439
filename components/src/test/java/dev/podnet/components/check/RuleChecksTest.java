package dev.podnet.components.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.podnet.components.Example;
import dev.podnet.components.config.Finding;
import dev.podnet.components.data.Tables;
import dev.podnet.components.plan.Catalog;
import dev.podnet.components.plan.Planner;
import dev.podnet.components.plan.RuleRow;
import dev.podnet.components.plan.RuleRow.PeerRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleChecksTest {
  private static final String GOOD =
      "{name: x, on: workers, direction: ingress, peer: {cidr: 10.9.0.0/16}, protocol: tcp,"
          + " ports: \"9100-9110\", why: y}";

  @Test
  void aWellFormedExtraRuleIsAllRight() {
    assertThat(extra(GOOD).ids()).isEmpty();
    assertThat(extra(GOOD).with("security.extra[0].peer", Example.yaml("{role: pods}")).ids())
        .isEmpty();
    assertThat(icmp("icmpv6", "{type: 2, code: 0}").ids()).isEmpty();
  }

  @ParameterizedTest(name = "{1} for {2} as {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          peer      | extra-rule-peer  | {}
          peer      | extra-rule-peer  | {role: pods, service: all}
          peer      | open-ingress     | {cidr: 0.0.0.0/0}
          on        | extra-rule-role  | bastion
          peer      | extra-rule-role  | {role: bastion}
          ports     | extra-rule-ports | 9110-9100
          ports     | extra-rule-ports | http
          ports     | extra-rule-ports | '0'
          ports     | extra-rule-ports | '65536'
          protocol  | extra-rule-ports | all
          icmp      | extra-rule-icmp  | {type: 3}
          """)
  void oneWrongPartOfAnExtraRuleGivesItsFinding(String part, String id, String value) {
    Object wrong = value.startsWith("{") ? Example.yaml(value) : value;

    assertThat(extra(GOOD).with("security.extra[0]." + part, wrong).ids()).containsExactly(id);
  }

  @Test
  void icmpNumbersAreBytes() {
    assertThat(icmp("icmp", "{type: 256}").ids()).containsExactly("extra-rule-icmp");
    assertThat(icmp("icmp", "{type: 3, code: -1}").ids()).containsExactly("extra-rule-icmp");
  }

  @Test
  void aDescriptionFitsTheApi() {
    assertThat(extra(GOOD).with("security.extra[0].why", "y".repeat(255)).ids()).isEmpty();
    assertThat(extra(GOOD).with("security.extra[0].why", "y".repeat(256)).ids())
        .containsExactly("extra-rule-why");
  }

  @Test
  void aRuleIsWantedOnce() {
    Example twice = extra(GOOD).with("security.extra[1]", Example.yaml(GOOD));
    Example sameBlock =
        new Example().with("security.clients", Example.yaml("[10.1.0.0/16, 10.1.0.0/16]"));

    assertThat(twice.findings())
        .extracting(Finding::id, Finding::path)
        .containsExactly(tuple("duplicate-rule", "podnet:security.extra[1]"));
    assertThat(sameBlock.findings())
        .extracting(Finding::path)
        .containsExactly("podnet:security.clients[1]");
  }

  @Test
  void aGroupHolds120Rules() {
    List<String> blocks = IntStream.range(0, 110).mapToObj(i -> "10.9." + i + ".0/24").toList();

    Example groups = new Example().with("security.sshClients", blocks);

    assertThat(new Example().with("security.sshClients", blocks.subList(0, 100)).ids()).isEmpty();
    assertThat(groups.ids()).containsExactly("too-many-rules");
    assertThat(groups.with("security.render", "lists").ids()).isEmpty();
  }

  @Test
  void anOpenDoorThatNoSettingAsksForIsRefused() {
    RuleRow open =
        new RuleRow(
            "workers-ingress-all",
            "X",
            List.of("complete"),
            "workers",
            "ingress",
            new PeerRow(Optional.empty(), Optional.empty(), Optional.of(true), Optional.empty()),
            "tcp",
            Optional.empty(),
            Optional.empty(),
            "always",
            "None",
            "nobody");
    Catalog table = Tables.catalog();
    Catalog opened =
        new Catalog(
            Stream.concat(table.rules().stream(), Stream.of(open)).toList(),
            table.statements(),
            table.shapes());
    var config = new Example().config();

    assertThat(Checks.check(new Subject(config, new Planner(opened).plan(config), opened)))
        .extracting(Finding::id)
        .containsExactly("open-ingress-unasked");
  }

  private static Example extra(String rule) {
    return new Example().with("security.extra", Example.yaml("[" + rule + "]"));
  }

  private static Example icmp(String protocol, String icmp) {
    return extra(GOOD)
        .with("security.extra[0].ports", null)
        .with("security.extra[0].protocol", protocol)
        .with("security.extra[0].icmp", Example.yaml(icmp));
  }
}
