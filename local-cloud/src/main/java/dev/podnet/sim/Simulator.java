package dev.podnet.sim;

import dev.podnet.sim.catalog.CatalogReader;
import dev.podnet.sim.http.ApiServer;
import dev.podnet.sim.http.PortTaken;
import dev.podnet.sim.model.Engine;
import dev.podnet.sim.model.World;
import dev.podnet.sim.store.StateUnusable;
import org.jspecify.annotations.Nullable;

/** A running simulator. */
public final class Simulator implements AutoCloseable {
  private final ApiServer server;
  private final Cloud cloud;

  private Simulator(ApiServer server, Cloud cloud) {
    this.server = server;
    this.cloud = cloud;
  }

  /** Starts a simulator, with the state that its directory holds. */
  public static Simulator start(SimulatorOptions options) throws CannotStart {
    var catalog = CatalogReader.read(options.delayScale());
    var world = new World(catalog, Services.rules(), options.kubernetes()::server, options.seed());
    try {
      var cloud = Cloud.start(new Engine(world, Services.routes(catalog)), options);
      try {
        return new Simulator(
            ApiServer.start(options.port(), cloud::handle, cloud::nextRequestNumber), cloud);
      } catch (PortTaken e) {
        cloud.close();
        throw e;
      }
    } catch (StateUnusable | PortTaken e) {
      throw new CannotStart(e.getMessage());
    }
  }

  public int port() {
    return server.port();
  }

  /** Forgets all resources, as {@code POST /podnet/reset} does. */
  public void reset() {
    cloud.reset();
  }

  @Override
  public void close() {
    server.close();
    cloud.close();
  }

  /** The simulator cannot start; the message says why and what to do. */
  public static final class CannotStart extends Exception {
    private static final long serialVersionUID = 1L;

    CannotStart(@Nullable String message) {
      super(message);
    }
  }
}
