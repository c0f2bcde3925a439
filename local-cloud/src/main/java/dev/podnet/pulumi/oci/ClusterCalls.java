package dev.podnet.pulumi.oci;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cluster's endpoint is not changed by PUT but by an action of its own. */
final class ClusterCalls extends RestCalls {
  private final WorkRequests work;

  ClusterCalls(OciApi api, WorkRequests work) {
    super(api);
    this.work = work;
  }

  @Override
  public Accepted update(Target target, Map<String, @Nullable Object> body) {
    Map<String, @Nullable Object> rest = new LinkedHashMap<>(body);
    Object endpoint = rest.remove("endpointConfig");
    if (endpoint == null) {
      return super.update(target, rest);
    }
    Accepted moved =
        accepted(
            target,
            call(target, "POST", target.item() + "/actions/updateEndpointConfig", endpoint));
    if (rest.isEmpty()) {
      return moved;
    }
    if (moved.workRequest() != null) {
      var _ = work.join(target, moved.workRequest());
    }
    return super.update(target, rest);
  }
}
