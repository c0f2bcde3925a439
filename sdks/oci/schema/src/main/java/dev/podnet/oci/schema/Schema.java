package dev.podnet.oci.schema;

import java.util.Map;
import java.util.Optional;

/**
 * All facts, and the lookups that a check and a diff need.
 *
 * @param name of the provider: {@code oci}
 * @param version of the provider that the facts are of
 * @param provider the provider's own configuration
 * @param resources by token
 * @param functions by token
 * @param types object types by name
 */
public record Schema(
    String name,
    String version,
    ResourceType provider,
    Map<String, ResourceType> resources,
    Map<String, FunctionType> functions,
    Map<String, ObjectType> types) {

  /** The schema on the class path. */
  public static Schema load() {
    return SchemaReader.read();
  }

  /** The resource type with this token. */
  public Optional<ResourceType> resource(String token) {
    return Optional.ofNullable(resources.get(token));
  }

  /** The function with this token. */
  public Optional<FunctionType> function(String token) {
    return Optional.ofNullable(functions.get(token));
  }

  /** The object type behind a reference. That the schema has it was checked on reading. */
  public ObjectType object(Type.ObjectRef reference) {
    ObjectType type = types.get(reference.name());
    if (type == null) {
      throw new IllegalArgumentException("No object type " + reference.name());
    }
    return type;
  }

  /**
   * The input at a path as the engine writes it, e.g. {@code nodeConfigDetails.placementConfigs[0]}
   * or {@code freeformTags["a.b"]}. The path of an element or of a map entry leads to the property
   * that holds the collection.
   */
  public Optional<Property> input(ResourceType resource, String path) {
    return new InputPath(this).resolve(resource.inputs(), path);
  }

  /**
   * Whether a change at this path replaces the resource. The property that changed decides, not
   * those around it: in an object that replaces there are parts that an update may change, and the
   * reverse.
   */
  public boolean replaces(ResourceType resource, String path) {
    return input(resource, path).map(Property::replaces).orElse(false);
  }
}
