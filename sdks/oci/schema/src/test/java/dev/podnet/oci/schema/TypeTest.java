package dev.podnet.oci.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeTest {

  @Test
  void collectionsNest() {
    assertThat(Type.parse("list<map<integer>>"))
        .isEqualTo(new Type.ListOf(new Type.MapOf(Type.Scalar.INTEGER)));
  }

  @Test
  void aNameWithAModuleIsAnObjectType() {
    assertThat(Type.parse("list<Core/VcnByoipv6cidrDetail>"))
        .isEqualTo(new Type.ListOf(new Type.ObjectRef("Core/VcnByoipv6cidrDetail")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "list<string", "map<>", ""})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Type.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
