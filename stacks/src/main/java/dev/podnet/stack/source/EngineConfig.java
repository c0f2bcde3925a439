package dev.podnet.stack.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podnet.components.config.ConfigReader;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of the stack as the engine hands them to the program: one text for each top-level
 * key, JSON where the key holds a block or a list. The SDK's {@code Config} answers for keys one
 * knows; a misspelled key is found only where all of them can be seen.
 */
public final class EngineConfig {
  private static final String VARIABLE = "PULUMI_CONFIG";
  private static final ObjectMapper JSON = new ObjectMapper();

  private EngineConfig() {}

  /** The settings under {@code podnet:}, keys without the prefix. */
  public static Map<String, Object> read(Map<String, String> environment) {
    Map<String, Object> settings = new TreeMap<>();
    all(environment.getOrDefault(VARIABLE, "{}"))
        .forEach((key, text) -> {
          if (key.startsWith(ConfigReader.NAMESPACE)) {
            settings.put(key.substring(ConfigReader.NAMESPACE.length()), value(text));
          }
        });
    return settings;
  }

  private static Map<String, String> all(String json) {
    try {
      return JSON.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(VARIABLE + " is not what the engine writes", e);
    }
  }

  private static Object value(String text) {
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return text;
    }
    try {
      return JSON.readValue(text, Object.class);
    } catch (JsonProcessingException e) {
      return text; // a text that only looks like JSON; the reader says what it should have been
    }
  }
}
