package dev.podnet.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.podnet.ip.Ip;
import dev.podnet.ip.Mac;
import dev.podnet.ip.Prefix;
import dev.podnet.node.Change;
import dev.podnet.node.Change.DeleteGroup;
import dev.podnet.node.Change.DeleteRule;
import dev.podnet.node.Link;
import dev.podnet.node.Plan;
import dev.podnet.node.Pod;
import dev.podnet.node.Rule;
import dev.podnet.node.Steps;
import dev.podnet.node.Vnic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Messages byte by byte, as on a machine that writes the lowest byte first. */
class EncoderTest {
  private static final Pod POD =
      new Pod(
          "oci/c1/eth0",
          0x01020304,
          "pod1",
          "eth0",
          new Mac(0x02700a000105L),
          9000,
          List.of(Ip.of("10.0.1.5"), Ip.of("fd00:0:0:1::5")),
          17803);

  private static final Plan PLAN =
      new Plan(
          List.of(
              new Vnic(
                  "v1",
                  new Link(3, "ens1", Optional.empty(), 9000, true, 0, ""),
                  List.of(Prefix.of("10.0.1.0/24")),
                  List.of(Ip.of("10.0.1.1")))),
          Set.of("ens1"),
          List.of(Ip.of("10.0.0.9")));

  private static List<Change> changes() {
    List<Change> changes = new ArrayList<>(Steps.connect(PLAN, POD, 7));
    changes.addAll(Steps.configure(POD));
    changes.addAll(Steps.disconnect(PLAN, POD));
    changes.add(new DeleteGroup(179));
    PLAN.with(List.of()).rules().stream()
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .forEach(rule -> {
          changes.add(new Change.PutRule(rule));
          changes.add(new DeleteRule(rule));
        });
    return changes;
  }

  /** One line for each message: the change's kind, a space, its bytes. */
  private static String encoded(Change change) {
    Messages messages = new Messages();
    new Encoder(messages).encode(change, 1);
    byte[] bytes = new byte[messages.position()];
    messages.bytes().get(bytes);
    return change.getClass().getSimpleName() + " " + HexFormat.of().formatHex(bytes);
  }

  @Test
  void theKernelGetsTheBytesThatItGotWhenTheDataPathWasTested() throws IOException {
    List<String> lines = changes().stream().map(EncoderTest::encoded).toList();

    try (InputStream golden =
        Objects.requireNonNull(EncoderTest.class.getResourceAsStream("messages.golden"))) {
      assertThat(String.join("\n", lines))
          .isEqualToIgnoringNewLines(new String(golden.readAllBytes(), StandardCharsets.US_ASCII));
    }
  }

  @Test
  void everyPartBeginsOnFourBytesAndTheLengthIsTheWhole() {
    for (Change change : changes()) {
      Messages messages = new Messages();
      new Encoder(messages).encode(change, 1);

      ByteBuffer bytes = messages.bytes();
      assertThat(bytes.remaining() % 4).as(change.toString()).isZero();
      assertThat(bytes.getInt(0)).as(change.toString()).isEqualTo(bytes.remaining());
    }
  }

  /** What the kernel echoes of a route or a rule is what was sent: the attributes are the same. */
  @Test
  void whatIsWrittenIsReadAgain() {
    for (Change change : changes()) {
      Messages messages = new Messages();
      new Encoder(messages).encode(change, 1);
      ByteBuffer body =
          messages.bytes().slice(16, messages.position() - 16).order(ByteOrder.nativeOrder());
      switch (change) {
        case Change.PutRoute put -> assertThat(Decoder.route(body)).isEqualTo(put.route());
        case Change.PutRule put -> assertThat(Decoder.rule(body)).isEqualTo(put.rule());
        case Change.CreatePair pair -> {
          Link link = Decoder.link(body);
          assertThat(link.name()).isEqualTo(pair.pod().name());
          assertThat(link.index()).isEqualTo(pair.pod().index());
        }
        default -> assertThat(body.remaining()).isPositive();
      }
    }
  }

  @Test
  void aMessageThatEndsInItsMiddleIsRefused() {
    Messages messages = new Messages();
    new Encoder(messages)
        .encode(
            new Change.PutRule(
                new Rule(false, 530, Optional.empty(), Optional.of("ens1"), 17800, 178)),
            1);
    ByteBuffer whole =
        messages.bytes().slice(16, messages.position() - 16).order(ByteOrder.nativeOrder());

    ByteBuffer torn = whole.duplicate().order(ByteOrder.nativeOrder()).limit(18);

    assertThatThrownBy(() -> Decoder.rule(torn)).hasMessageContaining("longer than its message");
  }
}
