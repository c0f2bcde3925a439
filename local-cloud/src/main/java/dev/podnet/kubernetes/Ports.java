package dev.podnet.kubernetes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Whether a loopback port can be listened on. */
final class Ports {
  private Ports() {}

  static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
