package dev.podnet.sim.oke;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.State;

/** A node as a node pool shows it. */
final class NodeView {
  private NodeView() {}

  static Doc of(State state, Resource pool, Resource instance) {
    var primary =
        state.referrers(instance.id()).stream()
            .filter(each -> each.kind().equals("vnicAttachment"))
            .flatMap(each -> state.get(each.need("vnicId")).stream())
            .filter(each -> each.body().flag("isPrimary"))
            .map(Resource::body)
            .findFirst()
            .orElse(Doc.EMPTY);
    return Doc.of(
        "id", instance.id(),
        "name", instance.text("displayName"),
        "kubernetesVersion",
            instance.inner().textOr("kubernetesVersion", pool.need("kubernetesVersion")),
        "availabilityDomain", instance.text("availabilityDomain"),
        "faultDomain", instance.text("faultDomain"),
        "subnetId", primary.text("subnetId"),
        "nodePoolId", pool.id(),
        "privateIp", primary.text("privateIp"),
        "publicIp", primary.text("publicIp"),
        "freeformTags", instance.body().doc("freeformTags"),
        "definedTags", instance.body().doc("definedTags"),
        "systemTags", Doc.EMPTY,
        "lifecycleState", instance.state().equals("STOPPED") ? "INACTIVE" : "ACTIVE",
        "lifecycleDetails", "");
  }
}
