package dev.podnet.pulumi;

/**
 * The parts of a resource's urn that providers need: {@code
 * urn:pulumi:stack::project::parent$type::name}.
 *
 * @param type the type's token, without those of the parents
 * @param name the logical name
 */
public record Urn(String type, String name) {

  /** Takes a urn apart. */
  public static Urn parse(String urn) {
    // Stack and project come first; a name may hold the separator, a type cannot.
    int types = urn.indexOf("::", urn.indexOf("::") + 2) + 2;
    int name = urn.indexOf("::", types);
    if (types < 2 || name < 0) {
      throw new IllegalArgumentException("Not the urn of a resource: " + urn);
    }
    String chain = urn.substring(types, name);
    return new Urn(chain.substring(chain.lastIndexOf('$') + 1), urn.substring(name + 2));
  }

  /** How sentences name the resource. */
  @Override
  public String toString() {
    return type + " \"" + name + "\"";
  }
}
