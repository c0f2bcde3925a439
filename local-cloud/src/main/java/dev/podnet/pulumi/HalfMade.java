package dev.podnet.pulumi;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pulumirpc.Provider.ErrorResourceInitFailed;

/**
 * A resource that exists but did not become what was asked for: the engine keeps it in its state,
 * so that nothing is orphaned and the next {@code up} goes on from there.
 */
public final class HalfMade extends Failure {
  private static final long serialVersionUID = 1;
  private static final Metadata.Key<byte[]> DETAILS =
      Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

  private final String id;
  private final transient Map<String, @Nullable Object> outputs;
  private final transient Map<String, @Nullable Object> inputs;

  /**
   * With what is known of the resource.
   *
   * @param id the id it has in the cloud
   * @param outputs its properties as far as they could be read
   * @param inputs what the engine shall take as its inputs
   */
  public HalfMade(
      String sentence,
      String id,
      Map<String, @Nullable Object> outputs,
      Map<String, @Nullable Object> inputs) {
    super(sentence);
    this.id = id;
    this.outputs = outputs;
    this.inputs = inputs;
  }

  /** The form in which the engine expects it: a gRPC status with the resource as its detail. */
  StatusRuntimeException status() {
    var detail =
        ErrorResourceInitFailed.newBuilder()
            .setId(id)
            .setProperties(PropertyValues.encode(outputs))
            .setInputs(PropertyValues.encode(inputs))
            .addReasons(String.valueOf(getMessage()))
            .build();
    Metadata trailers = new Metadata();
    trailers.put(DETAILS, details(Any.pack(detail)));
    return Status.UNKNOWN.withDescription(getMessage()).asRuntimeException(trailers);
  }

  /** google.rpc.Status, written by hand: its class is in none of the libraries we declare. */
  private byte[] details(Any detail) {
    var bytes = new ByteArrayOutputStream();
    var out = CodedOutputStream.newInstance(bytes);
    try {
      out.writeInt32(1, Status.Code.UNKNOWN.value());
      out.writeString(2, String.valueOf(getMessage()));
      out.writeBytes(3, ByteString.copyFrom(detail.toByteArray()));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
