package dev.podnet.pulumi;

import io.grpc.Attributes;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerTransportFilter;
import org.jspecify.annotations.Nullable;

/** Gives each connection a {@link Session} and every call the session of its connection. */
public final class Sessions extends ServerTransportFilter implements ServerInterceptor {
  private static final Attributes.Key<Session> ATTRIBUTE = Attributes.Key.create("session");
  private static final Context.Key<Session> CURRENT = Context.key("session");

  /** The session of the call that runs on this thread. */
  public static Session current() {
    return CURRENT.get();
  }

  @Override
  public Attributes transportReady(Attributes attributes) {
    return attributes.toBuilder().set(ATTRIBUTE, new Session()).build();
  }

  @Override
  public void transportTerminated(@Nullable Attributes attributes) {
    Session session = attributes == null ? null : attributes.get(ATTRIBUTE);
    if (session != null) {
      session.cancel();
      session.close();
    }
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    Session session = call.getAttributes().get(ATTRIBUTE);
    return Contexts.interceptCall(
        Context.current().withValue(CURRENT, session), call, headers, next);
  }
}
