package dev.podnet.oci.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/** Reads {@code schema.json}. A reference to a type that is not there ends the reading. */
final class SchemaReader {

  private SchemaReader() {}

  static Schema read() {
    try (InputStream json = SchemaReader.class.getResourceAsStream("schema.json")) {
      return read(new JsonMapper().readTree(Objects.requireNonNull(json, "schema.json")));
    } catch (IOException e) {
      throw new UncheckedIOException("schema.json could not be read", e);
    }
  }

  static Schema read(JsonNode json) {
    String name = json.required("name").asText();
    Schema schema =
        new Schema(
            name,
            json.required("version").asText(),
            resource("pulumi:providers:" + name, json.required("provider")),
            each(json.required("resources"), SchemaReader::resource),
            each(
                json.required("functions"),
                (token, node) ->
                    new FunctionType(token, side(node, "inputs"), side(node, "outputs"))),
            each(
                json.required("types"),
                (type, node) -> new ObjectType(type, side(node, "inputs"), side(node, "outputs"))));
    schema.resources().values().forEach(type -> expectTypes(schema, type.inputs(), type.outputs()));
    schema.functions().values().forEach(type -> expectTypes(schema, type.inputs(), type.outputs()));
    schema.types().values().forEach(type -> expectTypes(schema, type.inputs(), type.outputs()));
    return schema;
  }

  private static ResourceType resource(String token, JsonNode node) {
    return new ResourceType(token, side(node, "inputs"), side(node, "outputs"));
  }

  private static Properties side(JsonNode node, String side) {
    List<Property> properties = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : node.path(side).properties()) {
      properties.add(property(each.getKey(), each.getValue()));
    }
    return Properties.of(properties);
  }

  private static Property property(String name, JsonNode facts) {
    return new Property(
        name,
        Type.parse(facts.required("type").asText()),
        facts.path("required").asBoolean(),
        facts.path("replaces").asBoolean(),
        facts.path("secret").asBoolean(),
        facts.path("deprecated").asBoolean());
  }

  private static <T> Map<String, T> each(JsonNode node, BiFunction<String, JsonNode, T> read) {
    Map<String, T> all = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      all.put(each.getKey(), read.apply(each.getKey(), each.getValue()));
    }
    return Collections.unmodifiableMap(all);
  }

  private static void expectTypes(Schema schema, Properties... sides) {
    for (Properties side : sides) {
      side.forEach(property -> expectType(schema, property.type()));
    }
  }

  private static void expectType(Schema schema, Type type) {
    switch (type) {
      case Type.ObjectRef reference -> schema.object(reference);
      case Type.ListOf list -> expectType(schema, list.element());
      case Type.MapOf map -> expectType(schema, map.value());
      case Type.Scalar ignored -> {}
    }
  }
}
