package dev.podnet.node;

import dev.podnet.ip.Ip;
import dev.podnet.ip.Prefix;
import java.util.List;

/**
 * A VNIC that gives addresses to pods, found on this node.
 *
 * @param id the VNIC's OCID
 * @param sources blocks of which it alone, of this node's VNICs, may send
 * @param routers its subnet's router, one for each family
 */
public record Vnic(String id, Link link, List<Prefix> sources, List<Ip> routers) {
  public Vnic {
    sources = List.copyOf(sources);
    routers = List.copyOf(routers);
  }

  public int table() {
    return Numbers.VNICS + link.index();
  }
}
