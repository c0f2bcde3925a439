package dev.podnet.sim.iam;

import java.util.ArrayList;
import java.util.List;

/** The words and signs of a statement, read one after the other. */
final class Tokens {
  private static final String SIGNS = "{}(),";
  private static final String WORD_ENDS = SIGNS + "=!'";

  /** How a token was written: a word and a quoted text may hold the same characters. */
  enum Form {
    WORD,
    QUOTED,
    PATTERN,
    SIGN,
    END
  }

  record Token(Form form, String text) {
    boolean is(String wanted) {
      return (form == Form.WORD || form == Form.SIGN) && text.equalsIgnoreCase(wanted);
    }
  }

  private final List<Token> tokens = new ArrayList<>();
  private int next;

  private Tokens() {}

  static Tokens of(String text) throws BadStatement {
    var tokens = new Tokens();
    int at = 0;
    while (at < text.length()) {
      at = Character.isWhitespace(text.charAt(at)) ? at + 1 : tokens.read(text, at);
    }
    return tokens;
  }

  Token peek() {
    return next < tokens.size() ? tokens.get(next) : new Token(Form.END, "");
  }

  Token take() {
    var token = peek();
    next++;
    return token;
  }

  /** Takes the next token if it is this word or sign. */
  boolean takeIf(String wanted) {
    boolean right = peek().is(wanted);
    if (right) {
      next++;
    }
    return right;
  }

  void expect(String wanted) throws BadStatement {
    if (!takeIf(wanted)) {
      throw unexpected("'" + wanted + "'");
    }
  }

  /** Takes a name, quoted or not. */
  String name(String what) throws BadStatement {
    var token = peek();
    if (token.form() != Form.WORD && token.form() != Form.QUOTED) {
      throw unexpected(what);
    }
    next++;
    return token.text();
  }

  void expectEnd() throws BadStatement {
    if (peek().form() != Form.END) {
      throw unexpected("the end");
    }
  }

  BadStatement unexpected(String expected) {
    var token = peek();
    return new BadStatement(
        "expected "
            + expected
            + (token.form() == Form.END ? " at the end" : ", not '" + token.text() + "'"));
  }

  /** Reads one token and returns where the next may start. */
  private int read(String text, int at) throws BadStatement {
    char first = text.charAt(at);
    if (first == '\'') {
      return enclosed(text, at, '\'', Form.QUOTED);
    }
    if (first == '/' && afterOperator()) {
      return enclosed(text, at, '/', Form.PATTERN);
    }
    if (first == '=' || text.startsWith("!=", at)) {
      String operator = first == '=' ? "=" : "!=";
      tokens.add(new Token(Form.SIGN, operator));
      return at + operator.length();
    }
    if (SIGNS.indexOf(first) >= 0) {
      tokens.add(new Token(Form.SIGN, String.valueOf(first)));
      return at + 1;
    }
    int end = at;
    while (end < text.length()
        && !Character.isWhitespace(text.charAt(end))
        && WORD_ENDS.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    if (end == at) {
      throw new BadStatement("'" + first + "' means nothing here");
    }
    tokens.add(new Token(Form.WORD, text.substring(at, end)));
    return end;
  }

  private int enclosed(String text, int at, char mark, Form form) throws BadStatement {
    int end = text.indexOf(mark, at + 1);
    if (end < 0) {
      throw new BadStatement(mark + text.substring(at + 1) + " is not closed by " + mark);
    }
    tokens.add(new Token(form, text.substring(at + 1, end)));
    return end + 1;
  }

  /** Only there is a slash the start of a pattern; elsewhere it parts a domain from a group. */
  private boolean afterOperator() {
    if (tokens.isEmpty()) {
      return false;
    }
    var last = tokens.getLast();
    return last.is("=") || last.is("!=") || last.is("(") || last.is(",");
  }
}
