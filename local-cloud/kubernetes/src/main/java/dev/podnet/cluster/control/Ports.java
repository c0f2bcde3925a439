package dev.podnet.cluster.control;

import dev.podnet.cluster.process.ClusterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the programs of one control plane listen on. */
record Ports(int api, int etcd, int etcdPeer, int controllers, int scheduler) {
  /** The usual ones, for a network namespace of its own. */
  private static final Ports USUAL = new Ports(6443, 2379, 2380, 10257, 10259);

  /**
   * The same as when the control plane of this folder ran before, since kubeconfigs name them; else
   * free ones.
   */
  static Ports of(Path folder, Place place) {
    Path file = folder.resolve("ports");
    try {
      if (Files.exists(file)) {
        return parse(Files.readString(file).strip());
      }
      Ports ports = place.namespace().isEmpty() ? free() : USUAL;
      Files.writeString(file, ports.line() + "\n");
      return ports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Ports free() throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      // All at once, so that no two are the same.
      for (int i = 0; i < 5; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return of(sockets.stream().map(ServerSocket::getLocalPort).toList());
    } finally {
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    }
  }

  private static Ports parse(String line) {
    if (!line.matches("\\d+( \\d+){4}")) {
      throw new ClusterException(
          "The file of ports holds \"" + line + "\": remove the cluster and start another.");
    }
    return of(List.of(line.split(" ")).stream().map(Integer::valueOf).toList());
  }

  private static Ports of(List<Integer> numbers) {
    return new Ports(
        numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4));
  }

  private String line() {
    return "%d %d %d %d %d".formatted(api, etcd, etcdPeer, controllers, scheduler);
  }
}
