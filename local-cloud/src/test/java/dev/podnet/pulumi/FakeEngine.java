package dev.podnet.pulumi;

import com.google.protobuf.ByteString;
import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.grpc.BindableService;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import pulumirpc.EngineGrpc;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.ResourceProviderGrpc;

/** Asks a provider as the engine does, over gRPC, and keeps the log lines that it sends back. */
public final class FakeEngine implements AutoCloseable {
  /** The first parts of every urn. */
  public static final String STACK = "urn:pulumi:test::podnet::";

  private final List<String> logs = new CopyOnWriteArrayList<>();
  private final PluginServer provider;
  private final PluginServer engine;
  private final ManagedChannel channel;
  private final ResourceProviderGrpc.ResourceProviderBlockingStub stub;

  /** Starts the provider and introduces itself. */
  public FakeEngine(BindableService service) {
    provider = PluginServer.start("provider", service);
    engine = PluginServer.start("engine", new Logs());
    channel = connect();
    stub = introduced(channel);
  }

  /** A stub with a connection of its own, as another provider instance of one program has. */
  public ResourceProviderGrpc.ResourceProviderBlockingStub another() {
    return introduced(connect());
  }

  /** The provider. */
  public ResourceProviderGrpc.ResourceProviderBlockingStub provider() {
    return stub;
  }

  /** Log lines, each with its severity. */
  public List<String> logs() {
    return List.copyOf(logs);
  }

  /** Configures the provider. */
  public void configure(Map<String, ?> settings) {
    var _ = stub.configure(ConfigureRequest.newBuilder().setArgs(struct(settings)).build());
  }

  /** The check's answer. */
  public CheckResponse check(String type, Map<String, ?> inputs) {
    return stub.check(
        CheckRequest.newBuilder()
            .setUrn(urn(type))
            .setNews(struct(inputs))
            .setRandomSeed(ByteString.copyFrom(new byte[] {1, 2, 3, 4}))
            .build());
  }

  /** The difference's answer. */
  public DiffResponse diff(
      String type, Map<String, ?> before, Map<String, ?> outputs, Map<String, ?> after) {
    return stub.diff(
        DiffRequest.newBuilder()
            .setUrn(urn(type))
            .setOldInputs(struct(before))
            .setOlds(struct(outputs))
            .setNews(struct(after))
            .build());
  }

  /** Makes a resource. */
  public CreateResponse create(String type, Map<String, ?> inputs, boolean preview) {
    return stub.create(
        CreateRequest.newBuilder()
            .setUrn(urn(type))
            .setProperties(struct(inputs))
            .setPreview(preview)
            .build());
  }

  /** Reads a resource; without inputs it is an import. */
  public DiffResponse diff(String type, Map<String, ?> state, Map<String, ?> inputs) {
    return provider()
        .diff(
            DiffRequest.newBuilder()
                .setUrn(urn(type))
                .setId("id")
                .setOlds(struct(state))
                .setOldInputs(struct(inputs))
                .setNews(struct(inputs))
                .build());
  }

  public ReadResponse read(String type, String id, Map<String, ?> state, Map<String, ?> inputs) {
    return stub.read(
        ReadRequest.newBuilder()
            .setUrn(urn(type))
            .setId(id)
            .setProperties(struct(state))
            .setInputs(struct(inputs))
            .build());
  }

  /** Changes a resource and gives its outputs. */
  public Map<String, @Nullable Object> update(
      String type, String id, Struct outputs, Map<String, ?> before, Map<String, ?> after) {
    return PropertyValues.decode(
        stub.update(
                UpdateRequest.newBuilder()
                    .setUrn(urn(type))
                    .setId(id)
                    .setOlds(outputs)
                    .setOldInputs(struct(before))
                    .setNews(struct(after))
                    .build())
            .getProperties());
  }

  /** Removes a resource. */
  public void delete(String type, String id, Struct outputs) {
    var _ =
        stub.delete(
            DeleteRequest.newBuilder().setUrn(urn(type)).setId(id).setProperties(outputs).build());
  }

  /** The urn of the one resource of a type. */
  public static String urn(String type) {
    return STACK + "podnet:index:Network$" + type + "::it";
  }

  /** A message with these properties. */
  public static Struct struct(Map<String, ?> properties) {
    return PropertyValues.encode(properties);
  }

  private ManagedChannel connect() {
    return Grpc.newChannelBuilder(
            "127.0.0.1:" + provider.port(), InsecureChannelCredentials.create())
        .build();
  }

  private ResourceProviderGrpc.ResourceProviderBlockingStub introduced(ManagedChannel connection) {
    var introduced = ResourceProviderGrpc.newBlockingStub(connection);
    var _ =
        introduced.handshake(
            ProviderHandshakeRequest.newBuilder()
                .setEngineAddress("127.0.0.1:" + engine.port())
                .build());
    return introduced;
  }

  @Override
  public void close() {
    channel.shutdownNow();
    provider.close();
    engine.close();
  }

  private final class Logs extends EngineGrpc.EngineImplBase {
    @Override
    public void log(LogRequest request, StreamObserver<Empty> caller) {
      logs.add(request.getSeverity() + " " + request.getMessage());
      caller.onNext(Empty.getDefaultInstance());
      caller.onCompleted();
    }
  }
}
