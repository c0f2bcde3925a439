package dev.podnet.pulumi;

import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import pulumirpc.Plugin.PluginAttach;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.Provider.ProviderHandshakeResponse;
import pulumirpc.ResourceProviderGrpc.ResourceProviderImplBase;

/**
 * The part of a provider's conversation with the engine that is the same for every provider: who we
 * are, what we can do, how we are configured, when to stop.
 */
public abstract class ResourceProvider extends ResourceProviderImplBase {
  private final String version;

  /** With the version to report: that of the published provider whose types are served. */
  protected ResourceProvider(String version) {
    this.version = version;
  }

  @Override
  public final void handshake(
      ProviderHandshakeRequest request, StreamObserver<ProviderHandshakeResponse> caller) {
    Answer.with(
        caller,
        () -> {
          Sessions.current().attach(request.getEngineAddress());
          // No secrets and no output values: the engine hands plain inputs and marks the outputs
          // that repeat secret inputs itself.
          return ProviderHandshakeResponse.getDefaultInstance();
        });
  }

  @Override
  public final void attach(PluginAttach request, StreamObserver<Empty> caller) {
    Answer.with(
        caller,
        () -> {
          Sessions.current().attach(request.getAddress());
          return Empty.getDefaultInstance();
        });
  }

  @Override
  public final void getPluginInfo(Empty request, StreamObserver<PluginInfo> caller) {
    Answer.with(caller, () -> PluginInfo.newBuilder().setVersion(version).build());
  }

  @Override
  public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> caller) {
    Answer.with(caller, () -> CheckResponse.newBuilder().setInputs(request.getNews()).build());
  }

  @Override
  public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> caller) {
    // A provider's new settings never replace it: that would replace all of its resources.
    Answer.with(
        caller,
        () -> {
          boolean same = request.getNews().equals(request.getOldInputs());
          return DiffResponse.newBuilder()
              .setChanges(
                  same ? DiffResponse.DiffChanges.DIFF_NONE : DiffResponse.DiffChanges.DIFF_SOME)
              .build();
        });
  }

  @Override
  public final void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> caller) {
    Answer.with(
        caller,
        () -> {
          Sessions.current().configure(PropertyValues.decode(request.getArgs()));
          return ConfigureResponse.newBuilder().setSupportsPreview(true).build();
        });
  }

  @Override
  public final void cancel(Empty request, StreamObserver<Empty> caller) {
    Answer.with(
        caller,
        () -> {
          Sessions.current().cancel();
          return Empty.getDefaultInstance();
        });
  }
}
