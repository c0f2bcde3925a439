package dev.podnet.pulumi;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;

/** Ends a call with its response, or with one sentence on why there is none. */
public final class Answer {
  private Answer() {}

  /** Answers with what the operation gives. */
  public static <T> void with(StreamObserver<T> caller, Supplier<T> operation) {
    T response;
    try {
      response = operation.get();
    } catch (RuntimeException e) {
      caller.onError(status(e));
      return;
    }
    caller.onNext(response);
    caller.onCompleted();
  }

  private static StatusRuntimeException status(RuntimeException e) {
    return switch (e) {
      case HalfMade made -> made.status();
      case Failure failure ->
          Status.UNKNOWN.withDescription(failure.getMessage()).asRuntimeException();
      case StatusRuntimeException status -> status;
      default -> {
        // A bug of ours: the user gets the exception's name, the log of the local cloud the trace.
        e.printStackTrace(System.err);
        yield Status.INTERNAL
            .withDescription("The local cloud failed on this resource, which is a bug: " + e)
            .asRuntimeException();
      }
    };
  }
}
