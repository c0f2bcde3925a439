package dev.podnet.pulumi;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import pulumirpc.EngineGrpc;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;

/**
 * What one engine told us over one connection: where it takes log lines, the configuration of the
 * provider it meant, and whether it wants us to stop. The engine opens a connection for each
 * provider instance, so two clusters in one program do not share a kubeconfig.
 */
public final class Session implements AutoCloseable {
  private @Nullable ManagedChannel channel;
  private volatile EngineGrpc.@Nullable EngineBlockingStub engine;
  private volatile @Nullable Map<String, @Nullable Object> configuration;
  private volatile String engineAddress = "";
  private volatile boolean cancelled;

  /** The engine's own address, as its handshake gave it; empty before. */
  public String engineAddress() {
    return engineAddress;
  }

  /** Connects to the engine that has introduced itself. */
  public synchronized void attach(String address) {
    if (address.isEmpty() || address.equals(engineAddress)) {
      return;
    }
    close();
    ManagedChannel opened =
        Grpc.newChannelBuilder(address, InsecureChannelCredentials.create()).build();
    channel = opened;
    engine = EngineGrpc.newBlockingStub(opened);
    engineAddress = address;
  }

  /** Keeps the provider's configuration. */
  public void configure(Map<String, @Nullable Object> properties) {
    configuration = properties;
  }

  /** The provider's configuration, or null when this connection has not brought one. */
  public @Nullable Map<String, @Nullable Object> configuration() {
    return configuration;
  }

  /** Makes operations under way give up at their next step. */
  public void cancel() {
    cancelled = true;
  }

  /** Whether operations shall give up. */
  public boolean cancelled() {
    return cancelled;
  }

  /**
   * Shows a line beside the resource; an empty urn is the stack's. Losing one is no reason to fail
   * an operation.
   */
  public void info(String urn, String line) {
    log(LogSeverity.INFO, urn, line, false);
  }

  /** Shows a line as the resource's present status, replaced by the next. */
  public void status(String urn, String line) {
    log(LogSeverity.INFO, urn, line, true);
  }

  /** Shows a warning beside the resource. */
  public void warn(String urn, String line) {
    log(LogSeverity.WARNING, urn, line, false);
  }

  private void log(LogSeverity severity, String urn, String line, boolean ephemeral) {
    EngineGrpc.EngineBlockingStub stub = engine;
    if (stub == null) {
      return;
    }
    try {
      var _ =
          stub.withDeadlineAfter(5, TimeUnit.SECONDS)
              .log(
                  LogRequest.newBuilder()
                      .setSeverity(severity)
                      .setUrn(urn)
                      .setMessage(line)
                      .setEphemeral(ephemeral)
                      .build());
    } catch (io.grpc.StatusRuntimeException gone) {
      engine = null;
    }
  }

  @Override
  public synchronized void close() {
    ManagedChannel open = channel;
    if (open != null) {
      open.shutdownNow();
    }
    channel = null;
    engine = null;
  }
}
