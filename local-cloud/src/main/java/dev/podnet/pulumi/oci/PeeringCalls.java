package dev.podnet.pulumi.oci;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A gateway is made alone; its peer is named by an action once it stands. */
final class PeeringCalls extends RestCalls {
  private static final String PEER = "peerId";
  private static final String REGION = "peerRegionName";

  private final WorkRequests work;

  PeeringCalls(OciApi api, WorkRequests work) {
    super(api);
    this.work = work;
  }

  @Override
  public Accepted create(Target target, Map<String, @Nullable Object> body) {
    Map<String, @Nullable Object> gateway = new LinkedHashMap<>(body);
    Map<String, @Nullable Object> peer = new LinkedHashMap<>();
    for (String name : new String[] {PEER, REGION}) {
      Object value = gateway.remove(name);
      if (value != null) {
        peer.put(name, value);
      }
    }
    Accepted made = super.create(target, gateway);
    if (peer.containsKey(PEER)) {
      Target standing = target.withId(made.id());
      var _ = work.settle(this, standing);
      var _ = call(standing, "POST", standing.item() + "/actions/connect", peer);
    }
    return made;
  }
}
