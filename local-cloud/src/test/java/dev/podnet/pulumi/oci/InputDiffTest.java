package dev.podnet.pulumi.oci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.oci.schema.ResourceType;
import dev.podnet.oci.schema.Schema;
import dev.podnet.pulumi.Change;
import dev.podnet.pulumi.Change.Kind;
import dev.podnet.pulumi.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InputDiffTest {
  private static final Schema SCHEMA = Schema.load();
  private static final RestTable TABLE = RestTable.load();
  private static final String POOL = "oci:ContainerEngine/nodePool:NodePool";
  private static final String SUBNET = "oci:Core/subnet:Subnet";
  private static final String RULE =
      "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule";

  @Test
  void aNestedChangeHasItsPathAndUpdatesInPlace() {
    assertThat(diff(POOL, profile(16, "a"), profile(32, "a")))
        .containsExactly(
            new Change("secondaryVnics[0].createVnicDetails.ipCount", Kind.UPDATE, false));
  }

  @Test
  void anInputThatNoUpdateChangesReplaces() {
    assertThat(diff(SUBNET, Map.of("vcnId", "a"), Map.of("vcnId", "b")))
        .containsExactly(new Change("vcnId", Kind.UPDATE, true));
  }

  @Test
  void anUnknownInputMayReplaceToo() {
    assertThat(diff(SUBNET, Map.of("vcnId", "a"), Map.of("vcnId", Unknown.VALUE)))
        .containsExactly(new Change("vcnId", Kind.UPDATE, true));
  }

  @Test
  void theOrderOfASetIsNothing() {
    assertThat(
            diff(
                SUBNET,
                Map.of("securityListIds", List.of("a", "b")),
                Map.of("securityListIds", List.of("b", "a"))))
        .isEmpty();
    assertThat(
            diff(
                SUBNET,
                Map.of("securityListIds", List.of("a", "b")),
                Map.of("securityListIds", List.of("c", "b", "d"))))
        .containsExactly(
            new Change("securityListIds[0]", Kind.DELETE, false),
            new Change("securityListIds[0]", Kind.ADD, false),
            new Change("securityListIds[2]", Kind.ADD, false));
  }

  @Test
  void theOrderOfAListIsSomething() {
    assertThat(
            diff(
                POOL,
                Map.of("secondaryVnics", List.of(vnic(1, "a"), vnic(2, "b"))),
                Map.of("secondaryVnics", List.of(vnic(2, "b")))))
        .contains(new Change("secondaryVnics[1]", Kind.DELETE, false));
  }

  @Test
  void aPropertyNoLongerGivenKeepsItsLastValue() {
    assertThat(diff(SUBNET, Map.of("displayName", "a"), Map.of())).isEmpty();
  }

  @Test
  void aRuleWithoutItsPortsIsAnotherRule() {
    var ports = Map.of("destinationPortRange", Map.of("min", 1L, "max", 2L));

    assertThat(diff(RULE, Map.of("tcpOptions", ports), Map.of()))
        .containsExactly(new Change("tcpOptions", Kind.DELETE, false));
  }

  @Test
  void aTagNoLongerGivenIsRemoved() {
    assertThat(
            diff(
                SUBNET,
                Map.of("freeformTags", Map.of("a", "1", "b.c", "2")),
                Map.of("freeformTags", Map.of("a", "3"))))
        .containsExactlyInAnyOrder(
            new Change("freeformTags.a", Kind.UPDATE, false),
            new Change("freeformTags[\"b.c\"]", Kind.DELETE, false));
  }

  @Test
  void sayingWhatTheApiFilledInIsNoChange() {
    ResourceType type = SCHEMA.resource(SUBNET).orElseThrow();

    List<Change> changes =
        InputDiff.of(
            SCHEMA,
            TABLE,
            List.of(),
            type.inputs(),
            Map.of(),
            Map.of("dnsLabel", "pods", "securityListIds", List.of("default")),
            Map.of("dnsLabel", "pods", "securityListIds", List.of("default")));

    assertThat(changes).isEmpty();
  }

  private static Map<String, @Nullable Object> profile(long ipCount, String subnet) {
    return Map.of("secondaryVnics", List.of(vnic(ipCount, subnet)));
  }

  private static Map<String, Object> vnic(long ipCount, String subnet) {
    return Map.of("createVnicDetails", Map.of("subnetId", subnet, "ipCount", ipCount));
  }

  private static List<Change> diff(
      String token, Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
    RestTable.RestType rest = Objects.requireNonNull(TABLE.resources().get(token));
    return InputDiff.of(
        SCHEMA,
        TABLE,
        rest.clears(),
        SCHEMA.resource(token).orElseThrow().inputs(),
        before,
        Map.of(),
        after);
  }
}
