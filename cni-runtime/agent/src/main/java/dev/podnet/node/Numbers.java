package dev.podnet.node;

import dev.podnet.ip.Ip;
import dev.podnet.ip.Mac;

/** The numbers by which what is ours is told from what is others'. */
public final class Numbers {
  /** Origin of our routes and rules, as {@code ip route} shows it ("proto 178"). */
  public static final int PROTOCOL = 178;

  /** Table of all pods, for packets that come from a VNIC or from the host. */
  public static final int PODS = 17800;

  /** A VNIC's table is this and the VNIC's link index. */
  public static final int VNICS = 17800;

  /** Rules, in the order in which they are asked; between the kernel's 0 and 32766. */
  public static final int RULE_ARRIVED = 510;

  public static final int RULE_SOURCE = 520;
  public static final int RULE_REST = 530;

  /** Groups of links: in use; waiting to be removed together. */
  public static final int GROUP = 178;

  public static final int GROUP_LEAVING = 179;

  /** Our links say whose they are: "podnet:" and network/container/interface. */
  public static final String ALIAS = "podnet:";

  /** What pods see as their router. Link-local, so that it is never anybody's address. */
  public static final Ip GATEWAY4 = Ip.of("169.254.1.1");

  public static final Ip GATEWAY6 = Ip.of("fe80::1");

  /** The host's end of every pod's link: locally administered, and alike everywhere. */
  public static final Mac HOST_MAC = new Mac(0x02_70_6f_64_6e_74L);

  private Numbers() {}
}
