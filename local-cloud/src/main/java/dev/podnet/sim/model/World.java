package dev.podnet.sim.model;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What stays the same from request to request, as long as nobody asks for other mishaps.
 *
 * @param rules by kind; a kind without an entry has none
 * @param servers the base URL of a cluster's Kubernetes API, by cluster OCID
 * @param seed of all ids
 */
public record World(
    Catalog catalog,
    Map<String, Rules> rules,
    UnaryOperator<String> servers,
    long seed,
    Mishaps mishaps) {
  public World(
      Catalog catalog, Map<String, Rules> rules, UnaryOperator<String> servers, long seed) {
    this(catalog, rules, servers, seed, Mishaps.NONE);
  }

  public World with(Mishaps others) {
    return new World(catalog, rules, servers, seed, others);
  }

  public Rules rules(String kind) {
    return rules.getOrDefault(kind, Rules.NONE);
  }
}
