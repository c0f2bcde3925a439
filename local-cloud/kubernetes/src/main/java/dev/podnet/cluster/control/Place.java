package dev.podnet.cluster.control;

/**
 * Where a control plane listens.
 *
 * @param namespace the name of a network namespace (ip-netns(8)); empty: the machine's own
 * @param address of the API server, as clients and nodes write it
 */
public record Place(String namespace, String address) {
  /** The machine's loopback: clients on this machine, no nodes. */
  public static Place loopback() {
    return new Place("", "127.0.0.1");
  }

  /** Whether nodes of other namespaces can reach it. */
  boolean routable() {
    return !address.startsWith("127.");
  }
}
