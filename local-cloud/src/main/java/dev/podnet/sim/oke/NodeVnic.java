package dev.podnet.sim.oke;

import dev.podnet.sim.model.Doc;
import dev.podnet.sim.model.Draft;
import dev.podnet.sim.model.Resource;
import dev.podnet.sim.network.Cidr;
import dev.podnet.sim.network.Ipv6Rules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One VNIC of a node with what the node's objects say of it.
 *
 * @param podAddresses every single IPv4 address that pods may get
 * @param ownIpv6 the VNIC's own IPv6 address; empty without IPv6
 * @param podIpv6 as many IPv6 addresses for pods as IPv4 ones; empty without IPv6
 */
record NodeVnic(
    Resource vnic,
    Resource attachment,
    Resource subnet,
    Doc details,
    List<String> podAddresses,
    Optional<String> ownIpv6,
    List<String> podIpv6) {

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
    // The VNIC's own address was there before any of its pods'.
    var ipv6 =
        draft.referrers(vnic.id()).stream()
            .filter(each -> each.kind().equals("ipv6"))
            .sorted(Comparator.comparingLong(Resource::order))
            .toList();
    return new NodeVnic(
        vnic,
        attachment,
        subnet,
        details,
        addresses,
        ipv6.stream().map(each -> each.need("ipAddress")).findFirst(),
        ipv6.size() > 1 ? Ipv6Rules.expand(ipv6.getLast(), addresses.size()) : List.of());
  }
}
