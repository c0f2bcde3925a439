package dev.podnet.components;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.podnet.components.check.Checks;
import dev.podnet.components.check.Subject;
import dev.podnet.components.config.ConfigReader;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.StackConfig;
import dev.podnet.components.data.Tables;
import dev.podnet.components.plan.Catalog;
import dev.podnet.components.plan.Plan;
import dev.podnet.components.plan.Planner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A stack that is all right, to be changed one setting at a time. */
public final class Example {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Catalog CATALOG = Tables.catalog();

  private static final String NAME = "example";

  private final Map<String, Object> tree = read("example.yaml", new TypeReference<>() {});

  /** The example with a pool of self-managed and one of virtual nodes besides its managed ones. */
  public static Example withPoolsOfAllKinds() {
    return of("pools of all kinds");
  }

  /** A stack of {@code right-stacks.yaml}, or the example. */
  public static Example of(String stack) {
    Example example = new Example();
    Map<String, Object> changes =
        stack.equals(NAME) ? Map.of() : Objects.requireNonNull(right().get(stack), stack);
    changes.forEach(example::with);
    return example;
  }

  /** Names of all stacks that are all right. */
  public static List<String> stacks() {
    return Stream.concat(Stream.of(NAME), right().keySet().stream()).toList();
  }

  /** Sets {@code pools[1].profiles[0].ipCount}; null removes. Missing blocks are made. */
  public Example with(String path, @Nullable Object value) {
    List<String> keys = List.of(path.replace("[", ".[").split("\\."));
    Object at = tree;
    for (int i = 0; i < keys.size() - 1; i++) {
      at = step(at, keys.get(i), keys.get(i + 1).startsWith("["));
    }
    set(at, keys.get(keys.size() - 1), value);
    return this;
  }

  /** A block of settings from YAML in flow style. */
  public static Object yaml(String text) {
    try {
      return YAML.readValue(text, Object.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public StackConfig config() {
    return ConfigReader.read(tree)
        .config()
        .orElseThrow(() -> new AssertionError(ConfigReader.read(tree).findings()));
  }

  public Plan plan() {
    return new Planner(CATALOG).plan(config());
  }

  /** Everything found, by the reader and by the checks. */
  public List<Finding> findings() {
    ConfigReader.Result read = ConfigReader.read(tree);
    return Stream.concat(
            read.findings().stream(),
            read.config().stream()
                .flatMap(c ->
                    Checks.check(new Subject(c, new Planner(CATALOG).plan(c), CATALOG)).stream()))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static Object step(Object at, String key, boolean list) {
    Object missing = list ? new ArrayList<>() : new LinkedHashMap<String, Object>();
    if (key.startsWith("[")) {
      List<Object> items = (List<Object>) at;
      if (index(key) == items.size()) {
        items.add(missing);
      }
      return items.get(index(key));
    }
    return ((Map<String, Object>) at).computeIfAbsent(key, k -> missing);
  }

  @SuppressWarnings("unchecked")
  private static void set(Object at, String key, @Nullable Object value) {
    if (key.startsWith("[")) {
      List<Object> list = (List<Object>) at;
      if (value == null) {
        list.remove(index(key));
      } else if (index(key) == list.size()) {
        list.add(value);
      } else {
        list.set(index(key), value);
      }
    } else if (value == null) {
      ((Map<String, Object>) at).remove(key);
    } else {
      ((Map<String, Object>) at).put(key, value);
    }
  }

  private static int index(String key) {
    return Integer.parseInt(key.substring(1, key.length() - 1));
  }

  private static Map<String, Map<String, Object>> right() {
    return read("right-stacks.yaml", new TypeReference<>() {});
  }

  private static <T> T read(String file, TypeReference<T> type) {
    try (var in = Example.class.getResourceAsStream(file)) {
      return YAML.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ids of findings, each once. */
  public List<String> ids() {
    return findings().stream().map(Finding::id).distinct().toList();
  }
}
