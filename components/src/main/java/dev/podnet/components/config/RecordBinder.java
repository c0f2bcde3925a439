package dev.podnet.components.config;

import dev.podnet.components.net.BlockSize;
import dev.podnet.components.net.Cidr;
import dev.podnet.components.net.Parsed;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * Binds a tree of values to records by component name, so that a setting is stated once: as a
 * component with its type, its default and what it is about.
 */
final class RecordBinder {
  /** A key this many typing slips away is offered as the one that was meant. */
  private static final int NEAR = 3;

  /** What the stack files that come with podnet have where only the user knows. */
  private static final String PLACEHOLDER = "CHANGE-ME";

  private final Findings findings;

  RecordBinder(Findings findings) {
    this.findings = findings;
  }

  /** The record; empty when a component it cannot do without could not be read. */
  <R extends Record> Optional<R> bind(Class<R> type, Map<?, ?> tree, SettingPath path) {
    RecordComponent[] components = type.getRecordComponents();
    refuseUnknownKeys(components, tree, path);
    @Nullable Object[] values = new @Nullable Object[components.length];
    boolean complete = true;
    for (int i = 0; i < components.length; i++) {
      @Nullable Object value = component(components[i], tree, path.key(components[i].getName()));
      complete &= value != null;
      values[i] = value;
    }
    return complete ? Optional.of(construct(type, components, values)) : Optional.empty();
  }

  private void refuseUnknownKeys(RecordComponent[] components, Map<?, ?> tree, SettingPath path) {
    List<String> known = Arrays.stream(components).map(RecordComponent::getName).toList();
    for (Object key : tree.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        findings.unknownKey(path.key(String.valueOf(key)), nearest(String.valueOf(key), known));
      }
    }
  }

  private static String nearest(String key, List<String> known) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return known.stream()
        .filter(k -> distance.apply(key, k) <= Math.min(NEAR, key.length() / 2))
        .min((a, b) -> distance.apply(key, a) - distance.apply(key, b))
        .orElse("");
  }

  private @Nullable Object component(RecordComponent component, Map<?, ?> tree, SettingPath path) {
    About about = component.getAnnotation(About.class);
    @Nullable Object value = tree.get(component.getName());
    if (value == null && about != null && !about.def().isEmpty()) {
      value = about.def();
    }
    if (value != null) {
      return convert(component.getGenericType(), value, path);
    }
    Class<?> raw = component.getType();
    if (raw == Optional.class) {
      return Optional.empty();
    }
    if (raw == List.class) {
      return List.of();
    }
    if (raw == Map.class) {
      return Map.of();
    }
    findings.missing(path, about == null ? "" : about.value());
    return null;
  }

  /** The value as the type wants it; null after a finding. */
  private @Nullable Object convert(Type type, Object value, SettingPath path) {
    if (type instanceof ParameterizedType generic) {
      return convertGeneric(generic, value, path);
    }
    Class<?> raw = (Class<?>) type;
    if (raw == BlockSize.class) {
      return parsed("bad-size", BlockSize.parse(String.valueOf(value)), value, path);
    }
    if (raw.isRecord()) {
      return value instanceof Map<?, ?> map
          ? bind(raw.asSubclass(Record.class), map, path).orElse(null)
          : refuse(path, Kinds.BLOCK, value);
    }
    if (raw.isEnum()) {
      return convertChoice(raw, value, path);
    }
    if (raw == Cidr.class) {
      return parsed("bad-cidr", Cidr.parse(String.valueOf(value)), value, path);
    }
    if (raw == String.class) {
      return value instanceof String text ? text(text, path) : refuse(path, Kinds.TEXT, value);
    }
    return raw == boolean.class || raw == Boolean.class
        ? convertBoolean(value, path)
        : convertNumber(value, path);
  }

  private @Nullable Object convertGeneric(ParameterizedType type, Object value, SettingPath path) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == Optional.class) {
      @Nullable Object inner = convert(arguments[0], value, path);
      return inner == null ? null : Optional.of(inner);
    }
    if (type.getRawType() == List.class) {
      return value instanceof List<?> list
          ? convertList(arguments[0], list, path)
          : refuse(path, Kinds.LIST, value);
    }
    return value instanceof Map<?, ?> map
        ? convertMap(arguments[1], map, path)
        : refuse(path, Kinds.BLOCK, value);
  }

  private @Nullable Object convertList(Type element, List<?> list, SettingPath path) {
    List<Object> converted = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      @Nullable Object value = list.get(i);
      @Nullable Object item =
          value == null
              ? refuse(path.index(i), "a value", "")
              : convert(element, value, path.index(i));
      if (item != null) {
        converted.add(item);
      }
    }
    return converted.size() == list.size() ? converted : null;
  }

  private @Nullable Object convertMap(Type element, Map<?, ?> map, SettingPath path) {
    Map<String, Object> converted = new LinkedHashMap<>();
    map.forEach((key, value) -> {
      SettingPath at = path.key(String.valueOf(key));
      Object item = convert(element, value == null ? "" : value, at);
      if (item != null) {
        converted.put(String.valueOf(key), item);
      }
    });
    return converted.size() == map.size() ? converted : null;
  }

  private @Nullable Object convertChoice(Class<?> type, Object value, SettingPath path) {
    Optional<Enum<?>> choice = Kinds.choice(type, String.valueOf(value));
    if (choice.isEmpty()) {
      findings.wrongChoice(path, value, Kinds.choices(type));
    }
    return choice.orElse(null);
  }

  /** A template's placeholder is told wherever it is left in. */
  private String text(String value, SettingPath path) {
    if (value.contains(PLACEHOLDER)) {
      findings.placeholder(path, value);
    }
    return value;
  }

  private @Nullable Object parsed(String id, Parsed<?> parsed, Object value, SettingPath path) {
    if (parsed instanceof Parsed.Bad<?> bad) {
      findings.unreadable(id, path, value, bad.reason(), bad.fix());
      return null;
    }
    return ((Parsed.Ok<?>) parsed).value();
  }

  private @Nullable Object convertBoolean(Object value, SettingPath path) {
    return switch (String.valueOf(value)) {
      case "true" -> true;
      case "false" -> false;
      default -> refuse(path, Kinds.YES_OR_NO, value);
    };
  }

  private @Nullable Object convertNumber(Object value, SettingPath path) {
    // The engine hands numbers on as JSON numbers, which some readers make doubles of.
    if (value instanceof Number n && n.doubleValue() == n.intValue()) {
      return n.intValue();
    }
    if (value instanceof String s && s.matches("-?\\d{1,9}")) {
      return Integer.valueOf(s);
    }
    return refuse(path, Kinds.WHOLE_NUMBER, value);
  }

  private @Nullable Object refuse(SettingPath path, String wanted, Object found) {
    findings.wrongType(path, wanted, found);
    return null;
  }

  private static <R extends Record> R construct(
      Class<R> type, RecordComponent[] components, @Nullable Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot construct " + type.getName(), e);
    }
  }
}
