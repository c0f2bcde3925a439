package dev.podnet.node;

import java.util.Set;

/** Our routes and rules on a node: as they should be, or as a dump found them. */
public record State(Set<Route> routes, Set<Rule> rules) {
  public State {
    routes = Set.copyOf(routes);
    rules = Set.copyOf(rules);
  }
}
