package dev.podnet.sim.oke;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.network.Cidr;
import java.util.ArrayList;
import java.util.List;

/**
 * One VNIC of a node with what the node's objects say of it.
 *
 * @param podAddresses every single address that pods may get
 */
record NodeVnic(
    Resource vnic, Resource attachment, Resource subnet, Doc details, List<String> podAddresses) {

  static NodeVnic of(
      Draft draft, Resource vnic, Resource subnet, Doc details, List<Long> firsts, int prefix) {
    var addresses = new ArrayList<String>();
    for (long first : firsts) {
      for (long address = first; address < first + (1L << (32 - prefix)); address++) {
        addresses.add(Cidr.text(address));
      }
    }
    var attachment =
        draft.referrers(vnic.id()).stream()
            .filter(each -> each.kind().equals("vnicAttachment"))
            .findFirst()
            .orElseThrow();
    return new NodeVnic(vnic, attachment, subnet, details, addresses);
  }
}
