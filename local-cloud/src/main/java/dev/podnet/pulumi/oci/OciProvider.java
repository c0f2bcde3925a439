package dev.podnet.pulumi.oci;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import dev.podnet.oci.schema.FunctionType;
import dev.podnet.oci.schema.ResourceType;
import dev.podnet.oci.schema.Schema;
import dev.podnet.pulumi.Answer;
import dev.podnet.pulumi.Change;
import dev.podnet.pulumi.Failure;
import dev.podnet.pulumi.PropertyValues;
import dev.podnet.pulumi.ResourceProvider;
import dev.podnet.pulumi.Sessions;
import dev.podnet.pulumi.Urn;
import dev.podnet.pulumi.oci.Lifecycle.Made;
import dev.podnet.pulumi.oci.RestTable.RestFunction;
import dev.podnet.pulumi.oci.RestTable.RestType;
import io.grpc.stub.StreamObserver;
import java.net.URI;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;

/** The {@code oci} provider's door: decodes what the engine asks, encodes what came of it. */
public final class OciProvider extends ResourceProvider {
  private final Schema schema;
  private final RestTable table = RestTable.load();
  private final Lifecycle lifecycle;
  private final Functions functions;
  private final LiveInputs live;

  /** A provider that speaks to the API at this address. */
  public OciProvider(Schema schema, URI api) {
    super(schema.version());
    this.schema = schema;
    var client = new OciApi(api);
    this.lifecycle = new Lifecycle(schema, table, client);
    this.functions = new Functions(schema, table, client);
    this.live = new LiveInputs(schema, table);
  }

  @Override
  public void check(CheckRequest request, StreamObserver<CheckResponse> caller) {
    Answer.with(
        caller,
        () -> {
          ResourceType type = type(request.getUrn());
          Map<String, @Nullable Object> inputs = PropertyValues.decode(request.getNews());
          name(request, type, inputs);
          return CheckResponse.newBuilder()
              .setInputs(PropertyValues.encode(inputs))
              .addAllFailures(InputCheck.of(schema, type.inputs(), inputs))
              .build();
        });
  }

  /** A resource that needs a name and was given none has its logical name and a random end. */
  private static void name(
      CheckRequest request, ResourceType type, Map<String, @Nullable Object> inputs) {
    boolean nameless =
        inputs.get("name") == null
            && type.inputs().find("name").filter(name -> !name.required()).isPresent();
    if (!nameless) {
      return;
    }
    Object kept = PropertyValues.decode(request.getOlds()).get("name");
    String end = HexFormat.of().formatHex(request.getRandomSeed().toByteArray());
    String own = Urn.parse(request.getUrn()).name();
    inputs.put(
        "name", kept != null ? kept : own + "-" + end.substring(0, Math.min(7, end.length())));
  }

  @Override
  public void diff(DiffRequest request, StreamObserver<DiffResponse> caller) {
    Answer.with(
        caller,
        () -> {
          List<Change> changes =
              changes(
                  request.getUrn(), request.getOldInputs(), request.getOlds(), request.getNews());
          if (!lifecycle.isFailed(PropertyValues.decode(request.getOlds()))) {
            return Change.response(changes, false);
          }
          // Nothing leads out of FAILED: the next one is made in its place, once it is gone.
          List<Change> all = new ArrayList<>(changes);
          all.add(new Change("state", Change.Kind.UPDATE, true));
          return Change.response(all, true);
        });
  }

  @Override
  public void create(CreateRequest request, StreamObserver<CreateResponse> caller) {
    Answer.with(
        caller,
        () -> {
          ResourceType type = type(request.getUrn());
          Map<String, @Nullable Object> inputs = PropertyValues.decode(request.getProperties());
          if (request.getPreview()) {
            return CreateResponse.newBuilder()
                .setProperties(PropertyValues.encode(lifecycle.expected(type, inputs)))
                .build();
          }
          Made made =
              lifecycle.create(type, target(request.getUrn(), inputs, "", request.getTimeout()));
          return CreateResponse.newBuilder()
              .setId(made.id())
              .setProperties(PropertyValues.encode(made.outputs()))
              .build();
        });
  }

  @Override
  public void read(ReadRequest request, StreamObserver<ReadResponse> caller) {
    Answer.with(
        caller,
        () -> {
          ResourceType type = type(request.getUrn());
          Map<String, @Nullable Object> inputs = PropertyValues.decode(request.getInputs());
          Map<String, @Nullable Object> known =
              new LinkedHashMap<>(PropertyValues.decode(request.getProperties()));
          known.putAll(inputs);
          return lifecycle
              .read(type, target(request.getUrn(), known, request.getId(), request.getTimeout()))
              .map(made -> response(made, type, inputs))
              .orElseGet(ReadResponse::getDefaultInstance);
        });
  }

  private ReadResponse response(
      Made made, ResourceType type, Map<String, @Nullable Object> inputs) {
    Map<String, @Nullable Object> now =
        inputs.isEmpty()
            ? live.imported(type.inputs(), made.outputs())
            : live.refreshed(type.inputs(), inputs, made.outputs());
    return ReadResponse.newBuilder()
        .setId(made.id())
        .setProperties(PropertyValues.encode(made.outputs()))
        .setInputs(PropertyValues.encode(now))
        .build();
  }

  @Override
  public void update(UpdateRequest request, StreamObserver<UpdateResponse> caller) {
    Answer.with(
        caller,
        () -> {
          ResourceType type = type(request.getUrn());
          Map<String, @Nullable Object> inputs = PropertyValues.decode(request.getNews());
          Map<String, @Nullable Object> known =
              new LinkedHashMap<>(PropertyValues.decode(request.getOlds()));
          known.putAll(inputs);
          if (request.getPreview()) {
            known.keySet().removeIf(name -> type.outputs().find(name).isEmpty());
            return UpdateResponse.newBuilder().setProperties(PropertyValues.encode(known)).build();
          }
          List<Change> changes =
              changes(
                  request.getUrn(), request.getOldInputs(), request.getOlds(), request.getNews());
          Target target = target(request.getUrn(), known, request.getId(), request.getTimeout());
          return UpdateResponse.newBuilder()
              .setProperties(
                  PropertyValues.encode(lifecycle.update(type, target, inputs, changes).outputs()))
              .build();
        });
  }

  @Override
  public void delete(DeleteRequest request, StreamObserver<Empty> caller) {
    Answer.with(
        caller,
        () -> {
          Map<String, @Nullable Object> known = PropertyValues.decode(request.getProperties());
          lifecycle.delete(target(request.getUrn(), known, request.getId(), request.getTimeout()));
          return Empty.getDefaultInstance();
        });
  }

  @Override
  public void invoke(InvokeRequest request, StreamObserver<InvokeResponse> caller) {
    Answer.with(
        caller,
        () -> {
          FunctionType type =
              schema.function(request.getTok()).orElseThrow(() -> unserved(request.getTok()));
          RestFunction rest = table.functions().get(request.getTok());
          if (rest == null) {
            throw unserved(request.getTok());
          }
          Map<String, @Nullable Object> arguments = PropertyValues.decode(request.getArgs());
          var failures = InputCheck.of(schema, type.inputs(), arguments);
          if (!failures.isEmpty()) {
            return InvokeResponse.newBuilder().addAllFailures(failures).build();
          }
          return InvokeResponse.newBuilder()
              .setReturn(
                  PropertyValues.encode(functions.call(Sessions.current(), type, rest, arguments)))
              .build();
        });
  }

  private List<Change> changes(String urn, Struct before, Struct outputs, Struct after) {
    return lifecycle.changes(
        type(urn),
        rest(urn),
        PropertyValues.decode(before),
        PropertyValues.decode(outputs),
        PropertyValues.decode(after));
  }

  private Target target(
      String urn, Map<String, @Nullable Object> values, String id, double timeout) {
    Target target = Target.of(Sessions.current(), urn, rest(urn), values, id, timeout);
    return target.rest().id() == null ? target : target.imported();
  }

  private ResourceType type(String urn) {
    return schema.resource(token(urn)).orElseThrow(() -> unserved(token(urn)));
  }

  private RestType rest(String urn) {
    return Objects.requireNonNullElseGet(
        table.resources().get(token(urn)),
        () -> {
          throw unserved(token(urn));
        });
  }

  private static String token(String urn) {
    return Urn.parse(urn).type();
  }

  private static Failure unserved(String token) {
    return new Failure(
        "The local cloud's oci provider does not serve "
            + token
            + ". With the published provider installed (pulumi plugin install resource oci) it is"
            + " used instead.");
  }
}
