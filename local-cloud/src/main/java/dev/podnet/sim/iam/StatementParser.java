package dev.podnet.sim.iam;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Reads one policy statement; keywords may be written in any case. */
public final class StatementParser {
  private static final Set<String> DEFINABLE =
      Set.of("tenancy", "compartment", "group", "dynamic-group");

  private static final String NO_TYPE = "there is no resource type '";

  private final Tokens tokens;
  private final Predicate<String> knownTypes;

  private StatementParser(Tokens tokens, Predicate<String> knownTypes) {
    this.tokens = tokens;
    this.knownTypes = knownTypes;
  }

  /** Reads a statement; resource types that are not known are refused. */
  public static Statement parse(String text, Predicate<String> knownTypes) throws BadStatement {
    try {
      var parser = new StatementParser(Tokens.of(text), knownTypes);
      var statement = parser.statement();
      parser.tokens.expectEnd();
      return statement;
    } catch (BadStatement e) {
      String title =
          e.getMessage().startsWith(NO_TYPE)
              ? "No permissions found"
              : "Unable to parse the policy statement";
      throw new BadStatement(title + ": " + e.getMessage() + ": " + text);
    }
  }

  private Statement statement() throws BadStatement {
    if (tokens.takeIf("allow")) {
      return grant(true);
    }
    if (tokens.takeIf("deny")) {
      return grant(false);
    }
    if (tokens.takeIf("define")) {
      return definition();
    }
    if (tokens.takeIf("endorse")) {
      return agreement("endorse");
    }
    if (tokens.takeIf("admit")) {
      return agreement("admit");
    }
    throw tokens.unexpected("'allow', 'deny', 'define', 'endorse' or 'admit'");
  }

  private Statement grant(boolean allow) throws BadStatement {
    var subject = subject();
    tokens.expect("to");
    var action = action();
    tokens.expect("in");
    return new Statement.Grant(allow, subject, action, place(), where());
  }

  private Statement definition() throws BadStatement {
    String what = tokens.name("what to define").toLowerCase(Locale.ROOT);
    if (!DEFINABLE.contains(what)) {
      throw new BadStatement("'" + what + "' cannot be defined; " + DEFINABLE + " can");
    }
    String name = tokens.name("a name");
    tokens.expect("as");
    return new Statement.Definition(what, name, ocid());
  }

  /**
   * {@code … to <action> in <place> [of tenancy x] [with <action> in <place> [of …]] [where …]}.
   */
  private Statement agreement(String keyword) throws BadStatement {
    var subject = subject();
    if (keyword.equals("admit")) {
      tokens.expect("of");
      tenancy();
    }
    tokens.expect("to");
    var actions = new ArrayList<Statement.Action>();
    actions.add(action());
    tokens.expect("in");
    foreignPlace();
    if (tokens.takeIf("with")) {
      actions.add(new Statement.Action.OnType(Verb.ASSOCIATE, type()));
      tokens.expect("in");
      foreignPlace();
    }
    return new Statement.Agreement(keyword, subject, actions, where());
  }

  private Statement.Subject subject() throws BadStatement {
    String kind = tokens.peek().text().toLowerCase(Locale.ROOT);
    return switch (kind) {
      case "any-user", "any-group" -> {
        tokens.take();
        yield new Statement.Subject(kind, List.of());
      }
      case "group", "dynamic-group", "service" -> {
        tokens.take();
        var names = new ArrayList<String>();
        do {
          names.add(tokens.takeIf("id") ? ocid() : principal());
        } while (tokens.takeIf(","));
        yield new Statement.Subject(kind, names);
      }
      default -> throw tokens.unexpected("'any-user', 'group', 'dynamic-group' or 'service'");
    };
  }

  /** A name that an identity domain may precede: {@code 'domain'/'name'}; the domain is dropped. */
  private String principal() throws BadStatement {
    String name = tokens.name("a name");
    if (tokens.peek().form() == Tokens.Form.WORD && tokens.peek().text().startsWith("/")) {
      String rest = tokens.take().text().substring(1);
      return rest.isEmpty() ? tokens.name("a name after the domain") : rest;
    }
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private Statement.Action action() throws BadStatement {
    if (tokens.takeIf("{")) {
      var names = new LinkedHashSet<String>();
      do {
        String name = tokens.name("a permission");
        if (!name.matches("[A-Z][A-Z0-9_]*")) {
          throw new BadStatement("'" + name + "' is not a permission such as CLUSTER_JOIN");
        }
        names.add(name);
      } while (tokens.takeIf(","));
      tokens.expect("}");
      return new Statement.Action.Permissions(names);
    }
    var verb = Verb.parse(tokens.peek().text());
    if (verb.isEmpty()) {
      throw tokens.unexpected("'inspect', 'read', 'use', 'manage' or '{'");
    }
    tokens.take();
    return new Statement.Action.OnType(verb.get(), type());
  }

  private String type() throws BadStatement {
    String type = tokens.name("a resource type").toLowerCase(Locale.ROOT);
    if (!knownTypes.test(type)) {
      throw new BadStatement(NO_TYPE + type + "'");
    }
    return type;
  }

  private Statement.Place place() throws BadStatement {
    if (tokens.takeIf("tenancy")) {
      return new Statement.Place.Tenancy();
    }
    if (!tokens.takeIf("compartment")) {
      throw tokens.unexpected("'tenancy' or 'compartment'");
    }
    if (tokens.takeIf("id")) {
      return new Statement.Place.ById(ocid());
    }
    String name = tokens.name("a compartment");
    return name.startsWith("ocid1.")
        ? new Statement.Place.ById(name)
        : new Statement.Place.ByName(List.of(name.split(":", -1)));
  }

  private void foreignPlace() throws BadStatement {
    if (tokens.takeIf("any-tenancy")) {
      return;
    }
    if (tokens.takeIf("tenancy")) {
      boolean named =
          tokens.peek().form() == Tokens.Form.WORD
              && !tokens.peek().is("with")
              && !tokens.peek().is("where");
      if (named) {
        tokens.take();
      }
      return;
    }
    place();
    if (tokens.takeIf("of")) {
      tenancy();
    }
  }

  private void tenancy() throws BadStatement {
    if (!tokens.takeIf("any-tenancy")) {
      tokens.expect("tenancy");
      tokens.name("the tenancy's name");
    }
  }

  private Condition where() throws BadStatement {
    return tokens.takeIf("where") ? new ConditionParser(tokens).condition() : Condition.ALWAYS;
  }

  private String ocid() throws BadStatement {
    if (!tokens.peek().text().startsWith("ocid1.")) {
      throw tokens.unexpected("an OCID");
    }
    return tokens.take().text();
  }
}
