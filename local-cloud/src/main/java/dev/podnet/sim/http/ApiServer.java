package dev.podnet.sim.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Request;
import dev.podnet.sim.model.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The HTTP server, on the loopback interface only. Each exchange has a virtual thread of its own.
 */
public final class ApiServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ApiServer.class.getName());

  private final HttpServer server;
  private final ExecutorService executor;
  private final Function<Request, Response> cloud;
  private final LongSupplier requestNumbers;

  private ApiServer(
      HttpServer server, Function<Request, Response> cloud, LongSupplier requestNumbers) {
    this.server = server;
    this.cloud = cloud;
    this.requestNumbers = requestNumbers;
    this.executor =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("api-", 0).factory());
  }

  /** Starts serving; port 0 takes any free one. */
  public static ApiServer start(
      int port, Function<Request, Response> cloud, LongSupplier requestNumbers) throws PortTaken {
    try {
      var http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
      var server = new ApiServer(http, cloud, requestNumbers);
      http.setExecutor(server.executor);
      http.createContext("/", server::serve);
      http.start();
      return server;
    } catch (IOException e) {
      throw new PortTaken(
          "The port "
              + port
              + " on the loopback interface cannot be used: "
              + e.getMessage()
              + ".");
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    executor.close();
  }

  // Whatever goes wrong, the client gets an OCI-shaped answer with a request id.
  @SuppressWarnings("CatchingUnchecked")
  private void serve(HttpExchange exchange) {
    try (exchange) {
      String id = requestId(exchange);
      var response = answer(exchange, id);
      if (!response.equals(Response.LOST)) {
        ResponseWriter.write(exchange, response, id);
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "The client went away: " + e.getMessage());
    }
  }

  private Response answer(HttpExchange exchange, String id) throws IOException {
    try {
      return switch (RequestReader.read(exchange)) {
        case RequestReader.Read.Well(var request) -> cloud.apply(request);
        case RequestReader.Read.Ill(var refusal) -> Response.of(refusal);
      };
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "Request " + id + " met a bug in the simulator", e);
      return Response.of(
          new Refusal(
              500,
              "InternalServerError",
              "The simulator failed on this request: a bug. Its id is " + id + "."));
    }
  }

  /**
   * OCI makes the id of the caller's and its own parts; a caller's id comes back as it is, so that
   * logs can be joined.
   */
  private String requestId(HttpExchange exchange) {
    String given = exchange.getRequestHeaders().getFirst("opc-request-id");
    return given != null && given.matches("[A-Za-z0-9/_.-]{1,200}")
        ? given
        : "%032X".formatted(requestNumbers.getAsLong());
  }
}
