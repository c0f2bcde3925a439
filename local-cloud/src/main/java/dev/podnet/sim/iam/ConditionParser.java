package dev.podnet.sim.iam;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code all|any { condition, … }}, and single comparisons.
 *
 * <p>The rule of a dynamic group has the same grammar.
 */
public final class ConditionParser {
  private static final String VARIABLE = "[A-Za-z0-9][A-Za-z0-9_.\\-/]*";

  private final Tokens tokens;

  ConditionParser(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Reads the matching rule of a dynamic group. */
  public static Condition rule(String text) throws BadStatement {
    var tokens = Tokens.of(text);
    var rule = new ConditionParser(tokens).condition();
    tokens.expectEnd();
    return rule;
  }

  Condition condition() throws BadStatement {
    if (tokens.takeIf("all")) {
      return new Condition.All(parts());
    }
    if (tokens.takeIf("any")) {
      return new Condition.Any(parts());
    }
    // Oracle's own examples leave "all" out in front of a single comparison.
    return tokens.peek().is("{") ? new Condition.All(parts()) : comparison();
  }

  private List<Condition> parts() throws BadStatement {
    var parts = new ArrayList<Condition>();
    tokens.expect("{");
    do {
      parts.add(condition());
    } while (tokens.takeIf(","));
    tokens.expect("}");
    return parts;
  }

  private Condition comparison() throws BadStatement {
    var variable = tokens.peek();
    if (variable.form() != Tokens.Form.WORD || !variable.text().matches(VARIABLE)) {
      throw tokens.unexpected("a variable such as request.principal.type");
    }
    tokens.take();
    if (tokens.takeIf("=")) {
      return new Condition.Compare(variable.text(), true, List.of(value()));
    }
    if (tokens.takeIf("!=")) {
      return new Condition.Compare(variable.text(), false, List.of(value()));
    }
    if (tokens.takeIf("in")) {
      return new Condition.Compare(variable.text(), true, set());
    }
    if (tokens.takeIf("not")) {
      tokens.expect("in");
      return new Condition.Compare(variable.text(), false, set());
    }
    // "tag.namespace.key.value" alone: whoever has the tag.
    if (variable.text().startsWith("tag.")) {
      return new Condition.Present(variable.text());
    }
    throw tokens.unexpected("'=', '!=' or 'in' after " + variable.text());
  }

  private List<Condition.Value> set() throws BadStatement {
    var values = new ArrayList<Condition.Value>();
    tokens.expect("(");
    do {
      values.add(value());
    } while (tokens.takeIf(","));
    tokens.expect(")");
    return values;
  }

  private Condition.Value value() throws BadStatement {
    var token = tokens.peek();
    var value =
        switch (token.form()) {
          case QUOTED -> new Condition.Value.Text(token.text());
          case PATTERN -> new Condition.Value.Wild(token.text());
          case WORD -> {
            if (!token.text().matches(VARIABLE)) {
              throw tokens.unexpected("a value");
            }
            // A bare true or 5 compares as text; a variable has dots.
            yield token.text().contains(".")
                ? new Condition.Value.Variable(token.text())
                : new Condition.Value.Text(token.text());
          }
          case SIGN, END -> throw tokens.unexpected("a value in single quotes");
        };
    tokens.take();
    return value;
  }
}
