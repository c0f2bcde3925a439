package dev.podnet.cluster.node;

import static dev.podnet.cluster.process.Commands.inNamespace;

import dev.podnet.cluster.control.Place;
import dev.podnet.cluster.process.ClusterException;
import dev.podnet.cluster.process.Commands;
import dev.podnet.cluster.process.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The network of one cluster: a namespace with a bridge, on which the control plane listens and to
 * which each node is connected, and a link from there to the machine, so that its programs reach
 * the API. All of it goes with its namespaces.
 *
 * <pre>
 * machine ── podnet&lt;n&gt; ── uplink │ hub 10.99.n.1 (control plane) │ n1 ── eth0 10.99.n.11 node
 *                                                              │ n2 ── eth0 10.99.n.12 node
 * </pre>
 */
public final class ClusterNetwork {
  private static final Path NAMESPACES = Path.of("/run/netns");
  private static final int MOST_CLUSTERS = 250;

  private final String id;
  private final int number;

  private ClusterNetwork(String id, int number) {
    this.id = id;
    this.number = number;
  }

  /**
   * Makes the network.
   *
   * @param id of the cluster: the start of the names of all its namespaces
   */
  public static ClusterNetwork create(String id) {
    Commands.require("ip", "iproute2");
    Commands.require("nsenter", "util-linux");
    Commands.run("ip", "netns", "add", id).orThrow();
    ip(id, "link set lo up");
    ip(id, "link add hub type bridge");
    var network = new ClusterNetwork(id, connectMachine(id));
    ip(id, "addr add " + network.address(1) + "/24 dev hub");
    ip(id, "link set uplink master hub");
    ip(id, "link set uplink up");
    ip(id, "link set hub up");
    Commands.run("ip", "addr", "add", network.address(254) + "/24", "dev", link(network.number))
        .orThrow();
    Commands.run("ip", "link", "set", link(network.number), "up").orThrow();
    return network;
  }

  /** Whoever makes the link first has its number: the kernel decides between clusters. */
  private static int connectMachine(String id) {
    String refusal = "";
    for (int number = 1; number <= MOST_CLUSTERS; number++) {
      Outcome added =
          Commands.run(
              List.of(
                  "ip",
                  "link",
                  "add",
                  link(number),
                  "type",
                  "veth",
                  "peer",
                  "name",
                  "uplink",
                  "netns",
                  id),
              "");
      if (added.ok()) {
        return number;
      }
      refusal = added.error().strip();
      if (!refusal.contains("File exists")) {
        break;
      }
    }
    throw new ClusterException(
        "The machine could not be connected to the cluster's network: " + refusal);
  }

  /** Removes a cluster's namespaces, and with them all links, whoever made them. */
  public static void remove(String id) {
    if (!Files.isDirectory(NAMESPACES)) {
      return;
    }
    try (Stream<Path> names = Files.list(NAMESPACES)) {
      names
          .map(path -> path.getFileName().toString())
          .filter(name -> name.equals(id) || name.startsWith(id + "-"))
          .toList()
          .forEach(name -> Commands.run("ip", "netns", "delete", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the control plane is. */
  public Place hub() {
    return new Place(id, address(1));
  }

  /**
   * Makes a node's namespace, connected as {@code eth0}.
   *
   * @param index from 1
   */
  NodeNetwork connect(String node, int index) {
    String namespace = id + "-" + node;
    var connected =
        new NodeNetwork(namespace, address(10 + index), "10.244.%d.0/24".formatted(index));
    Commands.run("ip", "netns", "add", namespace).orThrow();
    ip(namespace, "link set lo up");
    ip(id, "link add n" + index + " type veth peer name eth0 netns " + namespace);
    ip(id, "link set n" + index + " master hub up");
    ip(namespace, "addr add " + connected.address() + "/24 dev eth0");
    ip(namespace, "link set eth0 up");
    // Whatever has no better way goes to the control plane's end, which forwards nothing.
    ip(namespace, "route add default via " + address(1));
    Commands.run(inNamespace(namespace, List.of("sysctl", "-qw", "net.ipv4.ip_forward=1")), "")
        .orThrow();
    return connected;
  }

  /** Tells everybody else where a node's pods are; for a plugin that leaves routes to others. */
  void routePods(NodeNetwork to, List<NodeNetwork> others) {
    String route = "route replace " + to.pods() + " via " + to.address();
    ip(id, route);
    for (NodeNetwork other : others) {
      ip(other.namespace(), route);
      ip(to.namespace(), "route replace " + other.pods() + " via " + other.address());
    }
  }

  private String address(int host) {
    return "10.99." + number + "." + host;
  }

  private static String link(int number) {
    return "podnet" + number;
  }

  private static void ip(String namespace, String words) {
    Commands.run(("ip -n " + namespace + " " + words).split(" ")).orThrow();
  }
}
