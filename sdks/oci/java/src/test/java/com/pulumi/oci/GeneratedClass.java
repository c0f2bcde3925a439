package com.pulumi.oci;

import static java.util.stream.Collectors.toMap;

import com.pulumi.core.Output;
import com.pulumi.resources.InvokeArgs;
import com.pulumi.resources.ResourceArgs;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What of a class counts towards source compatibility: its members and their types, as text. */
record GeneratedClass(Class<?> type) {

  Map<String, String> members() {
    if (ResourceArgs.class.isAssignableFrom(type) || InvokeArgs.class.isAssignableFrom(type)) {
      return setters();
    }
    if (type.getSimpleName().endsWith("Functions")) {
      return results(method -> true);
    }
    return results(method -> !isStatic(method) && method.getParameterCount() == 0);
  }

  /** Setters of the builder; where one also takes plain values, the one with the {@code Output}. */
  private Map<String, String> setters() {
    Class<?> builder =
        Arrays.stream(type.getDeclaredClasses())
            .filter(each -> each.getSimpleName().equals("Builder"))
            .findFirst()
            .orElseThrow();
    List<Method> setters =
        methods(builder)
            .filter(method -> method.getParameterCount() == 1 && !method.isVarArgs())
            .toList();
    boolean outputs = setters.stream().anyMatch(GeneratedClass::takesOutput);
    return setters.stream()
        .filter(method -> takesOutput(method) == outputs)
        .collect(toMap(Method::getName, GeneratedClass::valueType, (a, b) -> a, TreeMap::new));
  }

  private Map<String, String> results(Predicate<Method> wanted) {
    return methods(type)
        .filter(wanted)
        .collect(
            toMap(
                Method::getName,
                method -> text(method.getGenericReturnType()),
                (a, b) -> a,
                TreeMap::new));
  }

  private static Stream<Method> methods(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
  }

  private static boolean isStatic(Method method) {
    return Modifier.isStatic(method.getModifiers());
  }

  private static boolean takesOutput(Method method) {
    return method.getParameterTypes()[0] == Output.class;
  }

  private static String valueType(Method setter) {
    Type parameter = setter.getGenericParameterTypes()[0];
    return text(
        takesOutput(setter)
            ? ((ParameterizedType) parameter).getActualTypeArguments()[0]
            : parameter);
  }

  /** Simple names, without spaces: {@code Map<String,String>}. */
  private static String text(Type type) {
    return type.getTypeName().replace(" ", "").replaceAll("(\\w+\\.)+", "");
  }
}
