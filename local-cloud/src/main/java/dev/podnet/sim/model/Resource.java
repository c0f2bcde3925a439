package dev.podnet.sim.model;

import org.jspecify.annotations.Nullable;

/**
 * One cloud resource.
 *
 * @param kind the name of its row in the catalog
 * @param order its place in creation order
 * @param version goes up with every change; the etag is made of it
 * @param body what the API shows
 * @param inner what the simulator remembers and no answer shows
 */
public record Resource(String kind, String id, long order, long version, Doc body, Doc inner) {

  public @Nullable String text(String field) {
    return body.text(field);
  }

  public String need(String field) {
    return body.need(field);
  }

  public String state() {
    return body.textOr("lifecycleState", "");
  }

  public String etag() {
    return "%08x%08x".formatted(id.hashCode(), version);
  }

  public Resource with(String field, @Nullable Object value) {
    return withBody(body.with(field, value));
  }

  public Resource withBody(Doc changed) {
    return new Resource(kind, id, order, version, changed, inner);
  }

  public Resource withInner(String field, @Nullable Object value) {
    return new Resource(kind, id, order, version, body, inner.with(field, value));
  }

  Resource withVersion(long next) {
    return new Resource(kind, id, order, next, body, inner);
  }
}
