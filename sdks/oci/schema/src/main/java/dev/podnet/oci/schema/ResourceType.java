package dev.podnet.oci.schema;

import static java.util.stream.Collectors.toCollection;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A resource type.
 *
 * @param token e.g. {@code oci:ContainerEngine/nodePool:NodePool}
 * @param inputs what a program may set
 * @param outputs what the resource has once it exists, without {@code id}
 */
public record ResourceType(String token, Properties inputs, Properties outputs) {

  /** Names of the outputs that no input sets: the cloud computes them. */
  public SortedSet<String> outputOnly() {
    return outputs.all().stream()
        .map(Property::name)
        .filter(name -> inputs.find(name).isEmpty())
        .collect(toCollection(TreeSet::new));
  }
}
