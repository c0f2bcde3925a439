package dev.podnet.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PropertyValuesTest {

  @Test
  void everyKindOfValueComesBackAsItWas() {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("boolean", true);
    properties.put("list", List.of("a", 1L, Map.of("deep", Unknown.VALUE)));
    properties.put("nothing", null);
    properties.put("number", 1.5);
    properties.put("text", "");
    properties.put("unknown", Unknown.VALUE);
    properties.put("whole", 9_007_199_254_740_991L);

    assertThat(PropertyValues.decode(PropertyValues.encode(properties))).isEqualTo(properties);
  }

  @Test
  void aSecretGoesOutMarkedAndComesInBare() {
    Struct wire = PropertyValues.encode(Map.of("key", new Secret("s3cret")));

    assertThat(wire.getFieldsOrThrow("key").getStructValue().getFieldsMap())
        .containsEntry(
            "4dabf18193072939515e22adb298388d",
            Value.newBuilder().setStringValue("1b47061264138c4ac30d75fd1eb44270").build());
    assertThat(PropertyValues.decode(wire)).containsEntry("key", "s3cret");
    assertThat(new Secret("s3cret")).hasToString("[secret]");
  }

  @Test
  void anUnknownDeepInsideIsFound() {
    assertThat(PropertyValues.hasUnknown(Map.of("a", List.of(Map.of("b", Unknown.VALUE)))))
        .isTrue();
    assertThat(PropertyValues.hasUnknown(Map.of("a", List.of("b")))).isFalse();
  }
}
