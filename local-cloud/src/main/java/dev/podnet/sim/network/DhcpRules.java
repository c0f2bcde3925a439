package dev.podnet.sim.network;

import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Refusal;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.model.Rules;
import java.util.Optional;

/** A set of DHCP options. */
public final class DhcpRules implements Rules {
  @Override
  public Optional<Refusal> refuseDelete(Draft draft, Resource options) {
    return Peers.defaultOfVcn(draft, options.need("vcnId"), options.id());
  }
}
