package dev.podnet.components.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.podnet.components.config.StackConfig;
import dev.podnet.components.net.BlockSize;
import dev.podnet.components.net.Cidr;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/** The JSON Schema of a stack file, for editors. */
final class SettingsSchema {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private final ObjectNode definitions = JSON.createObjectNode();

  static String text() {
    try {
      DefaultIndenter indent = new DefaultIndenter("  ", "\n");
      return JSON.writer(
                  new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent))
              .writeValueAsString(new SettingsSchema().root())
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private ObjectNode root() {
    ObjectNode root = JSON.createObjectNode();
    root.put("$schema", "http://json-schema.org/draft-07/schema#");
    root.put("title", "A stack file of podnet");
    root.put("type", "object");
    ObjectNode config = root.putObject("properties").putObject("config");
    config.put("type", "object");
    properties(config, StackConfig.class, "podnet:");
    root.set("definitions", definitions);
    return root;
  }

  private void properties(ObjectNode schema, Class<?> block, String prefix) {
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (RecordComponent component : block.getRecordComponents()) {
      Setting setting =
          new Setting(component.getName(), component.getGenericType(), Setting.about(component));
      properties.set(prefix + setting.path(), described(setting));
      if (setting.isNeeded()) {
        required.add(prefix + setting.path());
      }
    }
  }

  private ObjectNode described(Setting setting) {
    ObjectNode schema = schema(setting.type());
    var about = setting.about();
    String limit = about.limit().isEmpty() ? "" : " Limit: " + about.limit() + ".";
    String unit = about.unit().isEmpty() ? "" : " Unit: " + about.unit() + ".";
    schema.put("description", about.value() + unit + limit);
    if (!about.def().isEmpty()) {
      schema.set("default", YAML.valueToTree(value(about.def())));
    }
    if (!about.example().isEmpty()) {
      schema.putArray("examples").add(YAML.valueToTree(value(about.example())));
    }
    return schema;
  }

  private static Object value(String yaml) {
    try {
      return YAML.readValue(yaml, Object.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An example is no YAML: " + yaml, e);
    }
  }

  private ObjectNode schema(Type type) {
    ObjectNode schema = JSON.createObjectNode();
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class) {
        schema.put("type", "array").set("items", schema(arguments[0]));
      } else if (generic.getRawType() == Map.class) {
        schema.put("type", "object").set("additionalProperties", schema(arguments[1]));
      } else {
        return schema(arguments[0]);
      }
      return schema;
    }
    return plain((Class<?>) type, schema);
  }

  private ObjectNode plain(Class<?> type, ObjectNode schema) {
    if (Setting.isBlock(type)) {
      if (!definitions.has(type.getSimpleName())) {
        ObjectNode definition = definitions.putObject(type.getSimpleName());
        definition.put("type", "object").put("additionalProperties", false);
        properties(definition, type, "");
      }
      // Beside a $ref nothing else is read.
      schema.putArray("allOf").addObject().put("$ref", "#/definitions/" + type.getSimpleName());
    } else if (type.isEnum()) {
      Setting.choices(type).forEach(schema.putArray("enum")::add);
    } else if (type == BlockSize.class) {
      schema.putArray("type").add("string").add("integer");
    } else if (type == Cidr.class) {
      schema.put("type", "string").put("pattern", "^[0-9a-fA-F.:]+/[0-9]+$");
    } else {
      schema.put("type", type == String.class ? "string" : name(type));
    }
    return schema;
  }

  private static String name(Class<?> type) {
    return type == boolean.class || type == Boolean.class ? "boolean" : "integer";
  }
}
