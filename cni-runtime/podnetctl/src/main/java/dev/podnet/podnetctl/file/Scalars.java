package dev.podnet.podnetctl.file;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Single values: what they are, and what the engine would take them for. */
final class Scalars {
  private static final Pattern OCTAL = Pattern.compile("[-+]?0[0-7_]+");
  private static final Pattern VERSION_KEY = Pattern.compile(".*(^|[.:])\\w*[vV]ersion$");

  private Scalars() {}

  /** The value as text, whole number, fraction or truth value; null where there is none. */
  static @Nullable Object value(ScalarNode node) {
    String text = node.getValue();
    Tag tag = node.getTag();
    if (tag.equals(Tag.NULL)) {
      return null;
    }
    if (tag.equals(Tag.BOOL)) {
      return Boolean.valueOf(text);
    }
    if (tag.equals(Tag.INT)) {
      return whole(new BigInteger(text));
    }
    return tag.equals(Tag.FLOAT) ? fraction(text) : text;
  }

  /** A value that reaches the program as another one: the engine's YAML is older than this one. */
  static Optional<Problem> misread(ScalarNode node, String path) {
    String text = node.getValue();
    if (node.getScalarStyle() != ScalarStyle.PLAIN) {
      return Optional.empty();
    }
    boolean number = node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
    if (number && VERSION_KEY.matcher(path).matches()) {
      return problem(
          node, "'" + path + "' is read as the number " + value(node) + ".", "Quote it: ");
    }
    if (OCTAL.matcher(text).matches()) {
      return problem(node, text + " is read as a number of base eight.", "Quote it: ");
    }
    return Optional.empty();
  }

  private static Optional<Problem> problem(ScalarNode node, String reason, String fix) {
    Position at = node.getStartMark().map(StackFileParser::position).orElse(Position.START);
    return Optional.of(new Problem(at, reason, fix + '"' + node.getValue() + "\"."));
  }

  private static Number whole(BigInteger number) {
    if (number.bitLength() < Integer.SIZE) {
      return number.intValue();
    }
    return number.bitLength() < Long.SIZE ? number.longValue() : number;
  }

  private static Object fraction(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
      case "-.inf" -> Double.NEGATIVE_INFINITY;
      case ".nan" -> Double.NaN;
      default -> Double.valueOf(text);
    };
  }
}
