package dev.podnet.sim.network;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Rules;
import dev.podnet.sim.model.State;
import java.util.Optional;

/** A VNIC: its network security groups may change. */
public final class VnicRules implements Rules {
  @Override
  public Optional<Refusal> refuseUpdate(Draft draft, Resource old, Doc input, Doc merged) {
    var subnet = draft.get(old.need("subnetId")).orElseThrow();
    return Peers.nsgs(draft, subnet.need("vcnId"), "nsgIds", merged.texts("nsgIds"));
  }

  /** Its own IPv6 addresses; blocks are for pods. */
  @Override
  public Doc view(State state, Resource vnic) {
    var addresses =
        state.referrers(vnic.id()).stream()
            .filter(each -> each.kind().equals("ipv6") && !each.body().has("cidrPrefixLength"))
            .map(each -> each.need("ipAddress"))
            .toList();
    return addresses.isEmpty() ? vnic.body() : vnic.body().with("ipv6Addresses", addresses);
  }
}
