package dev.podnet.node;

import dev.podnet.ip.Ip;
import dev.podnet.ip.Prefix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** By which blocks of addresses the kernel is told that a packet is a VNIC's. */
public final class Sources {
  private Sources() {}

  /**
   * The VNIC's subnets where it alone has addresses in them, one rule each; else the fewest blocks
   * that hold just its own addresses.
   *
   * @param subnets the VNIC's
   * @param own addresses of the VNIC, its pods' and its host's
   * @param others addresses of all other interfaces of the node and of their pods
   */
  public static List<Prefix> of(
      Collection<Prefix> subnets, Collection<Ip> own, Collection<Ip> others) {
    List<Prefix> blocks = new ArrayList<>();
    for (boolean ipv6 : new boolean[] {false, true}) {
      Predicate<Ip> ofFamily = ip -> ip.isIpv6() == ipv6;
      List<Prefix> ofSubnets = subnets.stream().filter(block -> block.isIpv6() == ipv6).toList();
      boolean shared =
          others.stream().anyMatch(ip -> ofSubnets.stream().anyMatch(s -> s.contains(ip)));
      boolean whole =
          own.stream()
              .filter(ofFamily)
              .allMatch(ip -> ofSubnets.stream().anyMatch(s -> s.contains(ip)));
      blocks.addAll(
          shared || !whole ? Prefix.cover(own.stream().filter(ofFamily).toList()) : ofSubnets);
    }
    return blocks;
  }
}
