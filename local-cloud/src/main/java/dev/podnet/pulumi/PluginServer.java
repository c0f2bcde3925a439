package dev.podnet.pulumi;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** One plugin on a loopback port of its own, chosen by the system. */
public final class PluginServer implements AutoCloseable {
  /** The engine's own limit; Kubernetes manifests and kubeconfigs stay far below. */
  private static final int LARGEST_MESSAGE = 400 * 1024 * 1024;

  private final Server server;

  private PluginServer(Server server) {
    this.server = server;
  }

  /**
   * Starts to serve.
   *
   * @throws UncheckedIOException when no loopback port can be had
   */
  public static PluginServer start(String name, BindableService service) {
    Sessions sessions = new Sessions();
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .executor(
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name, 0).factory()))
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .addTransportFilter(sessions)
            .intercept(sessions)
            .addService(service)
            .build();
    try {
      return new PluginServer(server.start());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The " + name + " plugin could not listen on a loopback port: " + e.getMessage(), e);
    }
  }

  /** The port. */
  public int port() {
    return server.getPort();
  }

  /** Lets calls under way end for a moment, then ends them. */
  @Override
  public void close() {
    server.shutdown();
    try {
      if (!server.awaitTermination(2, TimeUnit.SECONDS)) {
        server.shutdownNow();
      }
    } catch (InterruptedException e) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
