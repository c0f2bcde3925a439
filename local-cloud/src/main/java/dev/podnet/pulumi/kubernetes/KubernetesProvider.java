package dev.podnet.pulumi.kubernetes;

import com.google.protobuf.Empty;
import dev.podnet.pulumi.Answer;
import dev.podnet.pulumi.Change;
import dev.podnet.pulumi.Failure;
import dev.podnet.pulumi.PropertyValues;
import dev.podnet.pulumi.ResourceProvider;
import dev.podnet.pulumi.Sessions;
import dev.podnet.pulumi.Urn;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;

/**
 * The {@code kubernetes} provider's door: decodes what the engine asks, encodes what came of it.
 */
public final class KubernetesProvider extends ResourceProvider {
  // What programs ask for: the engine warns about anything older.
  private static final String VERSION = "4.34.2";

  private final Connections connections;

  /**
   * A provider.
   *
   * @param other a file that, while it is there, holds a kubeconfig to use in the place of those
   *     that programs give
   */
  public KubernetesProvider(Path other) {
    super(VERSION);
    this.connections = new Connections(other);
  }

  @Override
  public void check(CheckRequest request, StreamObserver<CheckResponse> caller) {
    Answer.with(
        caller,
        () -> {
          ObjectType type = type(request.getUrn());
          Map<String, @Nullable Object> inputs = PropertyValues.decode(request.getNews());
          CheckResponse.Builder response = CheckResponse.newBuilder();
          inputs.put("apiVersion", type.apiVersion());
          inputs.put("kind", type.kind());
          if (inputs.get("metadata") != null && !(inputs.get("metadata") instanceof Map)) {
            response.addFailures(
                CheckFailure.newBuilder()
                    .setProperty("metadata")
                    .setReason("metadata must be an object"));
          } else {
            name(request, inputs);
          }
          warn(request.getUrn(), type);
          return response.setInputs(PropertyValues.encode(inputs)).build();
        });
  }

  /** An object that was given no name has its logical name and a random end. */
  private static void name(CheckRequest request, Map<String, @Nullable Object> inputs) {
    Map<String, @Nullable Object> metadata = new LinkedHashMap<>(metadata(inputs));
    if (metadata.get("name") == null && metadata.get("generateName") == null) {
      Object kept = metadata(PropertyValues.decode(request.getOlds())).get("name");
      String end = HexFormat.of().formatHex(request.getRandomSeed().toByteArray());
      String made =
          Urn.parse(request.getUrn()).name() + "-" + end.substring(0, Math.min(8, end.length()));
      metadata.put("name", kept == null ? made : kept);
    }
    inputs.put("metadata", metadata);
  }

  /** Said at every preview and every write, so that nobody relies on what does not happen. */
  private void warn(String urn, ObjectType type) {
    if (type.enforcedByRealApisOnly()
        && connections
            .known(Sessions.current())
            .filter(KubernetesClient::reaches)
            .filter(KubernetesClient::isEmbedded)
            .isPresent()) {
      Sessions.current()
          .warn(
              urn,
              "stored, not enforced: the embedded Kubernetes API keeps a "
                  + type.kind()
                  + " but does not act on it. pulumilocal --kubernetes <kubeconfig> uses a real"
                  + " one.");
    }
  }

  @Override
  public void diff(DiffRequest request, StreamObserver<DiffResponse> caller) {
    Answer.with(
        caller,
        () -> {
          Map<String, @Nullable Object> before = PropertyValues.decode(request.getOldInputs());
          Map<String, @Nullable Object> after = PropertyValues.decode(request.getNews());
          List<Change> changes = ObjectDiff.of(type(request.getUrn()), before, after);
          // Two objects cannot have one name: the old one goes first.
          boolean sameName =
              Objects.equals(metadata(before).get("name"), metadata(after).get("name"))
                  && Objects.equals(
                      metadata(before).get("namespace"), metadata(after).get("namespace"));
          return Change.response(changes, sameName);
        });
  }

  @Override
  public void create(CreateRequest request, StreamObserver<CreateResponse> caller) {
    Answer.with(
        caller,
        () -> {
          Map<String, @Nullable Object> inputs = PropertyValues.decode(request.getProperties());
          if (request.getPreview()) {
            return CreateResponse.newBuilder().setProperties(request.getProperties()).build();
          }
          Map<String, @Nullable Object> made =
              objects()
                  .create(request.getUrn(), type(request.getUrn()), inputs, request.getTimeout());
          return CreateResponse.newBuilder()
              .setId(KubernetesObjects.id(made))
              .setProperties(PropertyValues.encode(LiveObject.outputs(made)))
              .build();
        });
  }

  @Override
  public void read(ReadRequest request, StreamObserver<ReadResponse> caller) {
    Answer.with(
        caller,
        () ->
            objects()
                .find(request.getUrn(), type(request.getUrn()), request.getId())
                .map(live -> response(request, live))
                .orElseGet(ReadResponse::getDefaultInstance));
  }

  @SuppressWarnings("unchecked")
  private static ReadResponse response(ReadRequest request, Map<String, @Nullable Object> live) {
    Map<String, @Nullable Object> inputs = PropertyValues.decode(request.getInputs());
    Map<String, @Nullable Object> now =
        inputs.isEmpty()
            ? LiveObject.imported(live)
            : (Map<String, @Nullable Object>)
                Objects.requireNonNull(LiveObject.refreshed(inputs, live));
    return ReadResponse.newBuilder()
        .setId(KubernetesObjects.id(live))
        .setProperties(PropertyValues.encode(LiveObject.outputs(live)))
        .setInputs(PropertyValues.encode(now))
        .build();
  }

  @Override
  public void update(UpdateRequest request, StreamObserver<UpdateResponse> caller) {
    Answer.with(
        caller,
        () -> {
          Map<String, @Nullable Object> before = PropertyValues.decode(request.getOldInputs());
          Map<String, @Nullable Object> after = PropertyValues.decode(request.getNews());
          if (request.getPreview()) {
            Map<String, @Nullable Object> expected =
                new LinkedHashMap<>(PropertyValues.decode(request.getOlds()));
            expected.putAll(after);
            return UpdateResponse.newBuilder()
                .setProperties(PropertyValues.encode(expected))
                .build();
          }
          Map<String, @Nullable Object> updated =
              objects()
                  .update(
                      request.getUrn(),
                      type(request.getUrn()),
                      request.getId(),
                      before,
                      after,
                      request.getTimeout());
          return UpdateResponse.newBuilder()
              .setProperties(PropertyValues.encode(LiveObject.outputs(updated)))
              .build();
        });
  }

  @Override
  public void delete(DeleteRequest request, StreamObserver<Empty> caller) {
    Answer.with(
        caller,
        () -> {
          try {
            objects()
                .delete(
                    request.getUrn(),
                    type(request.getUrn()),
                    request.getId(),
                    request.getTimeout());
          } catch (KubernetesClient.Unreachable gone) {
            if (!connections.deleteUnreachable(Sessions.current())) {
              throw gone;
            }
            Sessions.current()
                .info(
                    request.getUrn(), "The API is gone, and so is the object (deleteUnreachable).");
          }
          return Empty.getDefaultInstance();
        });
  }

  private KubernetesObjects objects() {
    KubernetesClient client =
        connections
            .known(Sessions.current())
            .orElseThrow(() ->
                new Failure(
                    "The kubernetes provider has no kubeconfig: give the provider resource one"
                        + " (its text), such as the cluster's."));
    return new KubernetesObjects(
        client, Sessions.current(), connections.namespace(Sessions.current()));
  }

  private static ObjectType type(String urn) {
    return ObjectType.of(Urn.parse(urn).type());
  }

  private static Map<String, @Nullable Object> metadata(Map<String, @Nullable Object> object) {
    if (!(object.get("metadata") instanceof Map<?, ?> metadata)) {
      return Map.of();
    }
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    metadata.forEach((key, value) -> copy.put(String.valueOf(key), value));
    return copy;
  }
}
