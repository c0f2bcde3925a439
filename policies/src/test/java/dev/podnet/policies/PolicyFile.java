package dev.podnet.policies;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A policy file as trees of maps and lists; a duplicate key fails the reading. */
final class PolicyFile {
  private PolicyFile() {}

  static List<Map<String, Object>> documents(String name) {
    try (InputStream in = PolicyFile.class.getResourceAsStream(name)) {
      List<Map<String, Object>> documents = new ArrayList<>();
      Load load = new Load(LoadSettings.builder().setLabel(name).build());
      for (Object document : load.loadAllFromInputStream(requireNonNull(in, name))) {
        documents.add(map(document));
      }
      return documents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, Object> document(String name) {
    return documents(name).get(0);
  }

  /** The rows of a list of maps under a key of a file's only document. */
  static List<Map<String, Object>> rows(String name, String key) {
    return list(get(document(name), key)).stream().map(PolicyFile::map).toList();
  }

  /** The value at a path of keys; its absence is a failure. */
  static Object get(Map<String, Object> map, String... path) {
    Object value = map;
    for (String key : path) {
      value = requireNonNull(map(value).get(key), () -> String.join(".", path) + " in " + map);
    }
    return value;
  }

  static String text(Map<String, Object> map, String... path) {
    return (String) get(map, path);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Object value) {
    return (List<Object>) value;
  }
}
