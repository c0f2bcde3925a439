package dev.podnet.sim.model;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What stays the same from request to request.
 *
 * @param rules by kind; a kind without an entry has none
 * @param servers the base URL of a cluster's Kubernetes API, by cluster OCID
 * @param seed of all ids
 */
public record World(
    Catalog catalog, Map<String, Rules> rules, UnaryOperator<String> servers, long seed) {
  public Rules rules(String kind) {
    return rules.getOrDefault(kind, Rules.NONE);
  }
}
