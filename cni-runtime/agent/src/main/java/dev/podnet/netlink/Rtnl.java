package dev.podnet.netlink;

/**
 * Numbers of rtnetlink(7), as in the kernel's {@code uapi/linux/rtnetlink.h} and its neighbours.
 */
final class Rtnl {
  static final int REQUEST = 0x1;
  static final int ACK = 0x4;
  static final int DUMP_INTERRUPTED = 0x10;
  static final int DUMP = 0x300;
  static final int REPLACE = 0x100;
  static final int EXCLUSIVE = 0x200;
  static final int CREATE = 0x400;

  static final int ERROR = 2;
  static final int DONE = 3;
  static final int NEW_LINK = 16;
  static final int DELETE_LINK = 17;
  static final int GET_LINK = 18;
  static final int NEW_ADDRESS = 20;
  static final int GET_ADDRESS = 22;
  static final int NEW_ROUTE = 24;
  static final int DELETE_ROUTE = 25;
  static final int GET_ROUTE = 26;
  static final int NEW_NEIGHBOUR = 28;
  static final int NEW_RULE = 32;
  static final int DELETE_RULE = 33;
  static final int GET_RULE = 34;

  static final int INET = 2;
  static final int INET6 = 10;
  static final int UP = 1;

  static final int IFLA_ADDRESS = 1;
  static final int IFLA_NAME = 3;
  static final int IFLA_MTU = 4;
  static final int IFLA_LINK_INFO = 18;
  static final int IFLA_ALIAS = 20;
  static final int IFLA_GROUP = 27;
  static final int IFLA_NETNS_FD = 28;
  static final int INFO_KIND = 1;
  static final int INFO_DATA = 2;
  static final int VETH_PEER = 1;

  static final int IFA_ADDRESS = 1;
  static final int IFA_LOCAL = 2;
  static final int NO_DAD = 0x02;

  static final int RTA_DESTINATION = 1;
  static final int RTA_LINK = 4;
  static final int RTA_GATEWAY = 5;
  static final int RTA_SOURCE = 7;
  static final int RTA_TABLE = 15;
  static final int SCOPE_LINK = 253;
  static final int UNICAST = 1;
  static final int ON_LINK = 4;

  static final int NDA_DESTINATION = 1;
  static final int NDA_MAC = 2;
  static final int PERMANENT = 0x80;

  static final int FRA_SOURCE = 2;
  static final int FRA_ARRIVED_BY = 3;
  static final int FRA_PRIORITY = 6;
  static final int FRA_TABLE = 15;
  static final int FRA_PROTOCOL = 21;
  static final int TO_TABLE = 1;

  private Rtnl() {}
}
