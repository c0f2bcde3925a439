package dev.podnet.localcloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of a local cloud as one text: JSON with sorted keys, so that the same state gives
 * the same text and a small change a small difference.
 *
 * @param cloud the OCI resources, as {@code sim.StoredState} gives them
 * @param kubernetes the objects of each cluster, as {@code kubernetes.StoredClusters} gives them
 * @param stacks the files of Pulumi's stacks, as {@link StoredStacks} gives them
 */
record Snapshot(JsonNode cloud, JsonNode kubernetes, JsonNode stacks) {
  private static final String FORMAT = "podnet local cloud snapshot";

  /** Goes up when a snapshot of before cannot be read as it stands; its readers stay here. */
  private static final int VERSION = 1;

  /** Numbers keep their digits: 16.0 does not become 16. */
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  static Snapshot parse(String text) throws Refused {
    JsonNode root;
    try {
      root = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new Refused("it is not JSON: " + e.getOriginalMessage());
    }
    if (!root.path("format").asText().equals(FORMAT)) {
      throw new Refused("it is no snapshot of a local cloud");
    }
    int version = root.path("version").asInt();
    if (version != VERSION) {
      throw new Refused(
          "it has version %d, and this local cloud reads version %d".formatted(version, VERSION));
    }
    for (String part : new String[] {"cloud", "kubernetes", "stacks"}) {
      if (!root.path(part).isObject()) {
        throw new Refused("its part \"" + part + "\" is missing");
      }
    }
    return new Snapshot(root.path("cloud"), root.path("kubernetes"), root.path("stacks"));
  }

  String text() {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("format", FORMAT);
    root.put("version", VERSION);
    root.set("cloud", sorted(cloud));
    root.set("kubernetes", sorted(kubernetes));
    root.set("stacks", sorted(stacks));
    var lines =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    try {
      return MAPPER.writer(lines).writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode sorted(JsonNode node) {
    if (node.isArray()) {
      var copy = MAPPER.createArrayNode();
      node.forEach(each -> copy.add(sorted(each)));
      return copy;
    }
    if (node.isObject()) {
      var fields = new TreeMap<String, JsonNode>();
      node.properties().forEach(each -> fields.put(each.getKey(), sorted(each.getValue())));
      return MAPPER.createObjectNode().setAll(fields);
    }
    return node;
  }

  /**
   * A snapshot cannot be taken or restored; the message is the end of the sentence that says so.
   */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(@Nullable String reason) {
      super(String.valueOf(reason).replaceFirst("\\.?$", "."));
    }
  }
}
