package dev.podnet.sim.iam;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What follows "where", or the rule of a dynamic group. */
public sealed interface Condition {
  /** No condition. */
  Condition ALWAYS = new All(List.of());

  /**
   * Whether the condition holds; variables have lower-case names. Of a variable that the request
   * does not have, nothing holds: neither "=" nor "!=".
   */
  boolean holds(Map<String, String> variables);

  record All(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(Map<String, String> variables) {
      return parts.stream().allMatch(each -> each.holds(variables));
    }
  }

  record Any(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(Map<String, String> variables) {
      return parts.stream().anyMatch(each -> each.holds(variables));
    }
  }

  /** Only a dynamic group's rule has it: the variable is there, whatever its value. */
  record Present(String variable) implements Condition {
    @Override
    public boolean holds(Map<String, String> variables) {
      return variables.containsKey(variable.toLowerCase(Locale.ROOT));
    }
  }

  /** A variable against one value, or against a set of them. */
  record Compare(String variable, boolean equal, List<Value> values) implements Condition {
    @Override
    public boolean holds(Map<String, String> variables) {
      String actual = variables.get(variable.toLowerCase(Locale.ROOT));
      return actual != null
          && values.stream().anyMatch(each -> each.matches(actual, variables)) == equal;
    }
  }

  /** The right side of a comparison. */
  sealed interface Value {
    boolean matches(String actual, Map<String, String> variables);

    record Text(String text) implements Value {
      @Override
      public boolean matches(String actual, Map<String, String> variables) {
        return text.equalsIgnoreCase(actual);
      }
    }

    /** Between slashes: a star stands for anything. */
    record Wild(String pattern) implements Value {
      @Override
      public boolean matches(String actual, Map<String, String> variables) {
        String regex = "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E";
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE).matcher(actual).matches();
      }
    }

    record Variable(String name) implements Value {
      @Override
      public boolean matches(String actual, Map<String, String> variables) {
        return actual.equalsIgnoreCase(variables.get(name.toLowerCase(Locale.ROOT)));
      }
    }
  }
}
