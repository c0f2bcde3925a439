package dev.podnet.oci.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SchemaReaderTest {

  @Test
  void factsThatAreLeftOutAreFalse() throws IOException {
    Schema schema = read("{\"x\": {\"type\": \"string\"}}");

    assertThat(schema.resource("t").orElseThrow().inputs().find("x"))
        .contains(new Property("x", Type.Scalar.STRING, false, false, false, false));
  }

  @Test
  void aReferenceToAMissingTypeIsRefused() {
    assertThatThrownBy(() -> read("{\"x\": {\"type\": \"list<Core/Gone>\"}}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Core/Gone");
  }

  private static Schema read(String inputs) throws IOException {
    String resources = "\"resources\": {\"t\": {\"inputs\": " + inputs + "}}";
    String others = "\"name\": \"oci\", \"version\": \"1\", \"provider\": {}";
    String empty = "\"functions\": {}, \"types\": {}";
    return SchemaReader.read(
        new JsonMapper().readTree("{" + String.join(", ", others, empty, resources) + "}"));
  }
}
