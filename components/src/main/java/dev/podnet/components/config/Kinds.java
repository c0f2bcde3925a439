package dev.podnet.components.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words for kinds of values, and the spelling of choices: enum constants in lower camel case. */
public final class Kinds {
  static final String TEXT = "a text";
  static final String WHOLE_NUMBER = "a whole number";
  static final String YES_OR_NO = "true or false";
  static final String LIST = "a list";
  static final String BLOCK = "a block of settings";

  private Kinds() {}

  /** {@code LOAD_BALANCERS} → {@code loadBalancers}. */
  public static String spelled(Enum<?> choice) {
    StringBuilder text = new StringBuilder();
    for (String word : choice.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      text.append(
          text.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return text.toString();
  }

  static Optional<Enum<?>> choice(Class<?> type, String text) {
    return constants(type).filter(c -> spelled(c).equals(text)).findFirst();
  }

  static String choices(Class<?> type) {
    return constants(type).map(Kinds::spelled).collect(Collectors.joining(", "));
  }

  private static Stream<Enum<?>> constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(c -> (Enum<?>) c);
  }
}
