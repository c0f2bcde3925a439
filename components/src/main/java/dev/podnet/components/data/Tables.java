package dev.podnet.components.data;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.podnet.components.plan.Catalog;
import dev.podnet.components.plan.RuleRow;
import dev.podnet.components.plan.Shape;
import dev.podnet.components.plan.StatementRow;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tables that ship inside the jars. A table that cannot be read is a bug of the build. */
public final class Tables {
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .registerModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private Tables() {}

  /** What plans are made from. */
  public static Catalog catalog() {
    return new Catalog(
        rows(
            "/dev/podnet/policies/security-rules.yaml",
            "rules",
            new TypeReference<List<RuleRow>>() {}),
        rows(
            "/dev/podnet/policies/iam.yaml",
            "statements",
            new TypeReference<List<StatementRow>>() {}),
        rows("/dev/podnet/components/shapes.yaml", "", new TypeReference<List<Shape>>() {}));
  }

  /** All documents of a YAML file, as trees. */
  static List<Map<String, Object>> documents(String resource) {
    try (InputStream in = open(resource);
        MappingIterator<Map<String, Object>> all =
            YAML.readerFor(new TypeReference<Map<String, Object>>() {}).readValues(in)) {
      return new ArrayList<>(all.readAll());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }

  private static <T> List<T> rows(String resource, String key, TypeReference<List<T>> type) {
    try (InputStream in = open(resource)) {
      JsonNode root = YAML.readTree(in);
      return YAML.convertValue(key.isEmpty() ? root : root.get(key), type);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream in = Tables.class.getResourceAsStream(resource);
    if (in == null) {
      throw new FileNotFoundException(resource + " is not on the class path");
    }
    return in;
  }
}
