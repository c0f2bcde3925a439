package dev.podnet.sim.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON object. Whole numbers are always {@link Long}, so that a document read back
 * from the store equals the one that was written; a JSON null counts as absent, as in OCI.
 */
public final class Doc {
  public static final Doc EMPTY = new Doc(Map.of());

  private final Map<String, Object> values;

  private Doc(Map<String, Object> values) {
    this.values = values;
  }

  public static Doc of(Map<String, ? extends @Nullable Object> values) {
    var copy = new LinkedHashMap<String, Object>();
    values.forEach((key, value) -> put(copy, key, value));
    return new Doc(copy);
  }

  /** A document of alternating keys and values; a null value leaves its key out. */
  public static Doc of(@Nullable Object... pairs) {
    var copy = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      put(copy, String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return new Doc(copy);
  }

  public Map<String, Object> asMap() {
    return Collections.unmodifiableMap(values);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  public @Nullable Object get(String key) {
    return values.get(key);
  }

  public @Nullable String text(String key) {
    return values.get(key) instanceof String text ? text : null;
  }

  public String textOr(String key, String fallback) {
    return values.get(key) instanceof String text ? text : fallback;
  }

  /** The text under a key that the input check has made sure of. */
  public String need(String key) {
    if (values.get(key) instanceof String text) {
      return text;
    }
    throw new IllegalStateException("No text under '" + key + "' in " + values.keySet());
  }

  public boolean flag(String key) {
    return values.get(key) instanceof Boolean flag && flag;
  }

  public @Nullable Long number(String key) {
    return values.get(key) instanceof Long number ? number : null;
  }

  public long numberOr(String key, long fallback) {
    return values.get(key) instanceof Long number ? number : fallback;
  }

  public double decimalOr(String key, double fallback) {
    return values.get(key) instanceof Number number ? number.doubleValue() : fallback;
  }

  public List<String> texts(String key) {
    return values.get(key) instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  /** The object under a key; empty when there is none. */
  public Doc doc(String key) {
    return wrap(values.get(key));
  }

  public List<Doc> docs(String key) {
    return values.get(key) instanceof List<?> list
        ? list.stream().filter(Map.class::isInstance).map(Doc::wrap).toList()
        : List.of();
  }

  /** This document with one value changed; null takes the key out. */
  public Doc with(String key, @Nullable Object value) {
    var copy = new LinkedHashMap<>(values);
    copy.remove(key);
    put(copy, key, value);
    return new Doc(copy);
  }

  /** This document overlaid with another's top-level values. */
  public Doc withAll(Doc other) {
    var copy = new LinkedHashMap<>(values);
    copy.putAll(other.values);
    return new Doc(copy);
  }

  /** The keys of {@code other} that are missing here are added. */
  public Doc orElse(Doc other) {
    return other.withAll(this);
  }

  public Doc without(Iterable<String> keys) {
    var copy = new LinkedHashMap<>(values);
    keys.forEach(copy::remove);
    return new Doc(copy);
  }

  /** Every OCID that stands anywhere in this document. */
  public Set<String> ocids() {
    var found = new LinkedHashSet<String>();
    collect(values, found);
    return found;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Doc doc && values.equals(doc.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }

  private static void collect(@Nullable Object value, Set<String> found) {
    switch (value) {
      case String text when text.startsWith("ocid1.") -> found.add(text);
      case Map<?, ?> map -> map.values().forEach(each -> collect(each, found));
      case List<?> list -> list.forEach(each -> collect(each, found));
      case null, default -> {}
    }
  }

  // Values inside a document are normalised already, so that wrapping one copies nothing.
  @SuppressWarnings("unchecked")
  private static Doc wrap(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? new Doc((Map<String, Object>) map) : EMPTY;
  }

  private static void put(Map<String, Object> into, String key, @Nullable Object value) {
    Object normal = normal(value);
    if (normal != null) {
      into.put(key, normal);
    }
  }

  private static @Nullable Object normal(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Doc doc -> doc.values;
      case Integer number -> number.longValue();
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, each) -> put(copy, String.valueOf(key), each));
        yield copy;
      }
      case Iterable<?> list -> {
        var copy = new ArrayList<Object>();
        for (Object each : list) {
          Object normal = normal(each);
          if (normal != null) {
            copy.add(normal);
          }
        }
        yield copy;
      }
      default -> value;
    };
  }
}
