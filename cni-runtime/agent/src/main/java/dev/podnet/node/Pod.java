package dev.podnet.node;

import dev.podnet.ip.Ip;
import dev.podnet.ip.Mac;
import java.util.List;

/**
 * A pod's interface.
 *
 * @param owner network/container/interface, for the link's alias
 * @param index of both ends of its link: free on the host and, being high, in any pod
 * @param name of the host's end
 * @param ifName of the pod's end
 * @param table of the VNIC that owns its addresses
 */
public record Pod(
    String owner,
    int index,
    String name,
    String ifName,
    Mac mac,
    int mtu,
    List<Ip> ips,
    int table) {
  public Pod {
    ips = List.copyOf(ips);
  }

  public String alias() {
    return Numbers.ALIAS + owner;
  }
}
