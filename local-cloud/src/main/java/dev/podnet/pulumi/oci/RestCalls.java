package dev.podnet.pulumi.oci;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The plain way: POST to the collection; GET, PUT and DELETE of the item. */
class RestCalls implements Calls {
  protected final OciApi api;

  RestCalls(OciApi api) {
    this.api = api;
  }

  @Override
  public Accepted create(Target target, Map<String, @Nullable Object> body) {
    String adopts = target.rest().adopts();
    if (adopts != null) {
      Target existing = target.withId(String.valueOf(target.values().get(adopts)));
      return new Accepted(existing.id(), update(existing, body).workRequest());
    }
    return accepted(target, call(target, "POST", target.collection(), body));
  }

  @Override
  public Optional<Map<String, @Nullable Object>> find(Target target) {
    try {
      return Optional.of(call(target, "GET", target.item(), null).object());
    } catch (ServiceError e) {
      if (e.notFound()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public Accepted update(Target target, Map<String, @Nullable Object> body) {
    Map<String, @Nullable Object> changes = new LinkedHashMap<>(body);
    Object compartment = changes.remove("compartmentId");
    Accepted done = new Accepted(target.id(), null);
    if (compartment != null) {
      done =
          accepted(
              target,
              call(
                  target,
                  "POST",
                  target.item() + "/actions/changeCompartment",
                  Map.of("compartmentId", compartment)));
    }
    return changes.isEmpty() ? done : accepted(target, call(target, "PUT", target.item(), changes));
  }

  @Override
  public Accepted delete(Target target) {
    String condition = target.rest().deleteOnlyIf();
    if (target.rest().adopts() != null
        || (condition != null && !Boolean.TRUE.equals(target.values().get(condition)))) {
      target
          .session()
          .info(target.urn(), target.what() + " stays in the cloud; Pulumi only forgets it.");
      return new Accepted("", null);
    }
    StringBuilder query = new StringBuilder();
    target
        .rest()
        .deleteQuery()
        .forEach((name, input) -> {
          Object value = target.values().get(input);
          if (value != null) {
            query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value);
          }
        });
    try {
      return accepted(target, call(target, "DELETE", target.item() + query, null));
    } catch (ServiceError e) {
      if (e.notFound()) {
        return new Accepted("", null);
      }
      throw e;
    }
  }

  protected final Reply call(Target target, String method, String path, @Nullable Object body) {
    return api.send(target.session(), target.what(), method, path, body);
  }

  protected final Accepted accepted(Target target, Reply reply) {
    String id = reply.text("id");
    return new Accepted(id.isEmpty() ? target.id() : id, reply.header("opc-work-request-id"));
  }
}
