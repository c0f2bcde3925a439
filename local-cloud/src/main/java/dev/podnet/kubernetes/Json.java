package dev.podnet.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** JSON trees from text, and text from trees. */
final class Json {
  static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Reads JSON or, as clients may send it, YAML. */
  static JsonNode read(String text) {
    try {
      return text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[")
          ? MAPPER.readTree(text)
          : MAPPER.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
    } catch (JsonProcessingException | YamlEngineException e) {
      throw Refusal.badRequest("The body is neither JSON nor YAML: " + e.getMessage());
    }
  }

  /** Reads what this class wrote. */
  static ObjectNode stored(String text) {
    try {
      return (ObjectNode) MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored object is broken: " + text, e);
    }
  }

  static String write(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
