package dev.podnet.cluster.node;

import dev.podnet.cluster.control.Credentials;
import dev.podnet.cluster.control.Programs;
import dev.podnet.cluster.process.ClusterException;
import dev.podnet.cluster.process.Commands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The nodes of one cluster. */
public final class Nodes {
  private final Path folder;
  private final ClusterNetwork network;
  private final Credentials credentials;
  private final Programs programs;
  private final List<Path> images = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();

  public Nodes(Path folder, ClusterNetwork network, Credentials credentials, Programs programs) {
    this.folder = folder;
    this.network = network;
    this.credentials = credentials;
    this.programs = programs;
  }

  /** Starts a node; when it returns, its kubelet runs and is about to register. */
  public Node start(NodeOptions options) {
    requireTools();
    if (nodes.stream().anyMatch(node -> node.name().equals(options.name()))) {
      throw new ClusterException("There is a node named " + options.name() + " already.");
    }
    NodeNetwork connected = network.connect(options.name(), nodes.size() + 1);
    if (options.bridge()) {
      network.routePods(connected, nodes.stream().map(Node::network).toList());
    }
    Node node = Node.start(folder, options, connected, credentials, programs, images());
    nodes.add(node);
    return node;
  }

  private List<Path> images() {
    if (images.isEmpty()) {
      Path archives = folder.resolve("images");
      try {
        Files.createDirectories(archives);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      images.addAll(Images.standard(archives, programs));
    }
    return images;
  }

  private static void requireTools() {
    Commands.require("containerd", "containerd");
    Commands.require("runc", "runc");
    Commands.require("iptables", "iptables");
    Commands.require("conntrack", "conntrack");
    if (!Files.isDirectory(Path.of("/usr/lib/cni"))) {
      throw new ClusterException(
          "The reference CNI plugins are missing (/usr/lib/cni); on Debian: apt-get install"
              + " containernetworking-plugins.");
    }
  }
}
