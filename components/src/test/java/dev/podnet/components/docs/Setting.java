package dev.podnet.components.docs;

import dev.podnet.components.config.About;
import dev.podnet.components.config.Kinds;
import dev.podnet.components.config.StackConfig;
import dev.podnet.components.net.BlockSize;
import dev.podnet.components.net.Cidr;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A setting as its record component states it.
 *
 * @param path as users write it, {@code []} for each item of a list
 */
record Setting(String path, Type type, About about) {

  /** All settings, in the order of the records, each block before what is in it. */
  static List<Setting> all() {
    List<Setting> all = new ArrayList<>();
    add(StackConfig.class, "", all);
    return all;
  }

  private static void add(Class<?> block, String path, List<Setting> all) {
    for (RecordComponent component : block.getRecordComponents()) {
      Setting setting =
          new Setting(path + component.getName(), component.getGenericType(), about(component));
      all.add(setting);
      Class<?> inner = setting.inner();
      if (isBlock(inner)) {
        add(inner, setting.path() + (setting.isA(List.class) ? "[]." : "."), all);
      }
    }
  }

  static About about(RecordComponent component) {
    return Objects.requireNonNull(
        component.getAnnotation(About.class),
        () -> component.getDeclaringRecord().getSimpleName() + "." + component.getName());
  }

  static boolean isBlock(Class<?> type) {
    return type.isRecord() && type != BlockSize.class;
  }

  /** Whether it is an Optional, a List or a Map of something. */
  boolean isA(Class<?> raw) {
    return type instanceof ParameterizedType generic && generic.getRawType() == raw;
  }

  /** What it is one of, or holds. */
  Class<?> inner() {
    return inner(type);
  }

  static Class<?> inner(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return inner(arguments[arguments.length - 1]);
    }
    return (Class<?>) type;
  }

  boolean isNeeded() {
    return about.def().isEmpty() && !isA(Optional.class) && !isA(List.class) && !isA(Map.class);
  }

  /** Its type in words. */
  String kind() {
    String one = word(inner());
    if (isA(List.class)) {
      return "list of " + one;
    }
    return isA(Map.class) ? "map of " + one : one;
  }

  private static String word(Class<?> type) {
    if (type.isEnum()) {
      return choices(type).stream().map(c -> "`" + c + "`").collect(Collectors.joining(", "));
    }
    if (type == Cidr.class) {
      return "CIDR";
    }
    if (type == BlockSize.class) {
      return "size";
    }
    if (isBlock(type)) {
      return "block";
    }
    return type == String.class ? "text" : type == boolean.class ? "true, false" : "number";
  }

  static List<String> choices(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(c -> Kinds.spelled((Enum<?>) c)).toList();
  }
}
