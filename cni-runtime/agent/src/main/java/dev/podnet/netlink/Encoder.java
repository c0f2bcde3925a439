package dev.podnet.netlink;

import dev.podnet.ip.Ip;
import dev.podnet.node.Change;
import dev.podnet.node.Change.BringUp;
import dev.podnet.node.Change.CreatePair;
import dev.podnet.node.Change.DeleteGroup;
import dev.podnet.node.Change.DeleteLink;
import dev.podnet.node.Change.DeleteRoute;
import dev.podnet.node.Change.DeleteRule;
import dev.podnet.node.Change.PutAddress;
import dev.podnet.node.Change.PutNeighbour;
import dev.podnet.node.Change.PutRoute;
import dev.podnet.node.Change.PutRule;
import dev.podnet.node.Change.SetGroup;
import dev.podnet.node.Change.SetLink;
import dev.podnet.node.Numbers;
import dev.podnet.node.Pod;
import dev.podnet.node.Route;
import dev.podnet.node.Rule;

/** Changes as the kernel's messages. */
final class Encoder {
  private final Messages to;

  Encoder(Messages to) {
    this.to = to;
  }

  void encode(Change change, int sequence) {
    switch (change) {
      case CreatePair pair -> createPair(pair, sequence);
      case SetLink set -> {
        link(Rtnl.NEW_LINK, 0, set.index(), Rtnl.UP, sequence);
        to.attribute(Rtnl.IFLA_ALIAS, set.alias());
        to.attribute(Rtnl.IFLA_GROUP, set.group());
      }
      case SetGroup set -> {
        link(Rtnl.NEW_LINK, 0, set.index(), 0, sequence);
        to.attribute(Rtnl.IFLA_GROUP, set.group());
      }
      case BringUp up -> link(Rtnl.NEW_LINK, 0, up.index(), Rtnl.UP, sequence);
      case DeleteLink delete -> link(Rtnl.DELETE_LINK, 0, delete.index(), 0, sequence);
      case DeleteGroup delete -> {
        link(Rtnl.DELETE_LINK, 0, 0, 0, sequence);
        to.attribute(Rtnl.IFLA_GROUP, delete.group());
      }
      case PutRoute put -> route(Rtnl.NEW_ROUTE, Rtnl.CREATE | Rtnl.REPLACE, put.route(), sequence);
      case DeleteRoute delete -> route(Rtnl.DELETE_ROUTE, 0, delete.route(), sequence);
      case PutRule put -> rule(Rtnl.NEW_RULE, Rtnl.CREATE | Rtnl.EXCLUSIVE, put.rule(), sequence);
      case DeleteRule delete -> rule(Rtnl.DELETE_RULE, 0, delete.rule(), sequence);
      case PutNeighbour put -> neighbour(put, sequence);
      case PutAddress put -> address(put, sequence);
    }
    to.end();
  }

  private void link(int type, int flags, int index, int up, int sequence) {
    to.begin(type, Rtnl.REQUEST | flags, sequence);
    linkHead(index, up);
  }

  private void linkHead(int index, int up) {
    to.u8(0).u8(0).u16(0).u32(index).u32(up).u32(up);
  }

  /** Only the end that is named first may be up: the other has no peer yet when it is made. */
  private void createPair(CreatePair pair, int sequence) {
    Pod pod = pair.pod();
    link(Rtnl.NEW_LINK, Rtnl.CREATE | Rtnl.EXCLUSIVE, pod.index(), Rtnl.UP, sequence);
    to.attribute(Rtnl.IFLA_NAME, pod.name());
    to.attribute(Rtnl.IFLA_MTU, pod.mtu());
    to.attribute(Rtnl.IFLA_ADDRESS, Numbers.HOST_MAC.bytes());
    to.attribute(Rtnl.IFLA_GROUP, Numbers.GROUP);
    to.nested(
        Rtnl.IFLA_LINK_INFO,
        () -> {
          to.attribute(Rtnl.INFO_KIND, "veth");
          to.nested(
              Rtnl.INFO_DATA,
              () -> to.nested(Rtnl.VETH_PEER, () -> peer(pod, pair.netnsDescriptor())));
        });
  }

  private void peer(Pod pod, int netnsDescriptor) {
    linkHead(pod.index(), 0);
    to.attribute(Rtnl.IFLA_NAME, pod.ifName());
    to.attribute(Rtnl.IFLA_MTU, pod.mtu());
    to.attribute(Rtnl.IFLA_ADDRESS, pod.mac().bytes());
    to.attribute(Rtnl.IFLA_NETNS_FD, netnsDescriptor);
  }

  private void route(int type, int flags, Route route, int sequence) {
    boolean direct = route.gateway().isEmpty();
    to.begin(type, Rtnl.REQUEST | flags, sequence);
    to.u8(family(route.destination().first())).u8(route.destination().length()).u8(0).u8(0);
    to.u8(0).u8(route.protocol());
    to.u8(direct ? Rtnl.SCOPE_LINK : 0).u8(Rtnl.UNICAST);
    to.u32(direct ? 0 : Rtnl.ON_LINK);
    if (route.destination().length() > 0) {
      to.attribute(Rtnl.RTA_DESTINATION, route.destination().first());
    }
    to.attribute(Rtnl.RTA_LINK, route.link());
    route.gateway().ifPresent(ip -> to.attribute(Rtnl.RTA_GATEWAY, ip));
    route.source().ifPresent(ip -> to.attribute(Rtnl.RTA_SOURCE, ip));
    to.attribute(Rtnl.RTA_TABLE, route.table());
  }

  private void rule(int type, int flags, Rule rule, int sequence) {
    to.begin(type, Rtnl.REQUEST | flags, sequence);
    to.u8(rule.isIpv6() ? Rtnl.INET6 : Rtnl.INET).u8(0);
    to.u8(rule.from().map(block -> block.length()).orElse(0)).u8(0);
    to.u8(0).u8(0).u8(0).u8(Rtnl.TO_TABLE).u32(0);
    rule.from().ifPresent(block -> to.attribute(Rtnl.FRA_SOURCE, block.first()));
    rule.arrivedBy().ifPresent(name -> to.attribute(Rtnl.FRA_ARRIVED_BY, name));
    to.attribute(Rtnl.FRA_PRIORITY, rule.priority());
    to.attribute(Rtnl.FRA_TABLE, rule.table());
    to.attribute(Rtnl.FRA_PROTOCOL, new byte[] {(byte) rule.protocol()});
  }

  private void neighbour(PutNeighbour put, int sequence) {
    to.begin(Rtnl.NEW_NEIGHBOUR, Rtnl.REQUEST | Rtnl.CREATE | Rtnl.REPLACE, sequence);
    to.u8(family(put.ip())).u8(0).u16(0).u32(put.index()).u16(Rtnl.PERMANENT).u8(0).u8(0);
    to.attribute(Rtnl.NDA_DESTINATION, put.ip());
    to.attribute(Rtnl.NDA_MAC, put.mac().bytes());
  }

  /** Without asking whether somebody else has it: the VCN is the only one that gives them. */
  private void address(PutAddress put, int sequence) {
    Ip ip = put.address().first();
    to.begin(Rtnl.NEW_ADDRESS, Rtnl.REQUEST | Rtnl.CREATE | Rtnl.EXCLUSIVE, sequence);
    to.u8(family(ip)).u8(put.address().length()).u8(ip.isIpv6() ? Rtnl.NO_DAD : 0).u8(0);
    to.u32(put.index());
    to.attribute(Rtnl.IFA_LOCAL, ip);
    to.attribute(Rtnl.IFA_ADDRESS, ip);
  }

  private static int family(Ip ip) {
    return ip.isIpv6() ? Rtnl.INET6 : Rtnl.INET;
  }
}
