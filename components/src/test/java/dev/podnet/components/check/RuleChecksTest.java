package dev.podnet.components.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.components.Example;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleChecksTest {
  @Test
  void anExtraRuleMayBeForAnyPeerAndProtocol() {
    Example example = Example.of("extra rule");

    assertThat(example.with("security.extra[0].peer", Example.yaml("{role: pods}")).ids())
        .isEmpty();
    assertThat(
            example
                .with("security.extra[0].ports", null)
                .with("security.extra[0].protocol", "icmpv6")
                .with("security.extra[0].icmp", Example.yaml("{type: 2, code: 0}"))
                .ids())
        .isEmpty();
  }

  @Test
  void aGroupHolds120Rules() {
    List<String> blocks = IntStream.range(0, 110).mapToObj(i -> "10.9." + i + ".0/24").toList();

    Example groups = new Example().with("security.sshClients", blocks);

    assertThat(new Example().with("security.sshClients", blocks.subList(0, 100)).ids()).isEmpty();
    assertThat(groups.ids()).containsExactly("too-many-rules");
    assertThat(groups.with("security.render", "lists").ids()).isEmpty();
  }
}
