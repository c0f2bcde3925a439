package dev.podnet.components.plan;

import java.util.List;
import java.util.Optional;

/** The tables that plans are made from: they ship as data, read once by {@code data}. */
public record Catalog(List<RuleRow> rules, List<StatementRow> statements, List<Shape> shapes) {
  public Catalog {
    rules = List.copyOf(rules);
    statements = List.copyOf(statements);
    shapes = List.copyOf(shapes);
  }

  public Optional<Shape> shape(String name) {
    return shapes.stream().filter(s -> s.shape().equals(name)).findFirst();
  }
}
