package dev.podnet.pulumi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class UrnTest {

  @Test
  void theTypeIsTheLastOfTheChain() {
    Urn urn = Urn.parse("urn:pulumi:dev::app::podnet:index:Network$oci:Core/vcn:Vcn::main");

    assertThat(urn).isEqualTo(new Urn("oci:Core/vcn:Vcn", "main"));
    assertThat(urn).hasToString("oci:Core/vcn:Vcn \"main\"");
  }

  @Test
  void aNameMayHoldTheSeparator() {
    assertThat(Urn.parse("urn:pulumi:dev::app::oci:Core/vcn:Vcn::a::b$c").name())
        .isEqualTo("a::b$c");
  }

  @Test
  void anythingElseIsNoUrn() {
    assertThatThrownBy(() -> Urn.parse("vcn")).hasMessageContaining("vcn");
  }
}
