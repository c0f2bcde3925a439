package dev.podnet.sim.iam;

import dev.podnet.sim.model.Catalog;
import dev.podnet.sim.model.Doc;

/** The resource types that statements may name, and the families they belong to. */
public final class ResourceTypes {
  private static final String ALL = "all-resources";

  private final Doc families;

  private ResourceTypes(Doc families) {
    this.families = families;
  }

  public static ResourceTypes of(Catalog catalog) {
    return new ResourceTypes(catalog.facts().doc("resourceTypes"));
  }

  /** Whether this is a resource type or a family of them. */
  public boolean knows(String type) {
    return type.equals(ALL)
        || families.has(type)
        || families.asMap().keySet().stream()
            .anyMatch(family -> families.texts(family).contains(type));
  }

  /** Whether a statement about {@code named} is one about {@code type} too. */
  boolean covers(String named, String type) {
    return named.equals(ALL) || named.equals(type) || families.texts(named).contains(type);
  }
}
