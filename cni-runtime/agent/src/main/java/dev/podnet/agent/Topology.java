package dev.podnet.agent;

import dev.podnet.ip.Ip;
import dev.podnet.ipam.PodAddress;
import dev.podnet.ipam.Profile;
import dev.podnet.netlink.InterfaceAddress;
import dev.podnet.node.Change;
import dev.podnet.node.Change.BringUp;
import dev.podnet.node.Change.PutAddress;
import dev.podnet.node.Link;
import dev.podnet.node.Numbers;
import dev.podnet.node.Plan;
import dev.podnet.node.Route;
import dev.podnet.node.Sources;
import dev.podnet.node.Vnic;
import dev.podnet.source.VnicFacts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The source's VNICs on the links of this node.
 *
 * @param profiles of the VNICs whose links are here; the others' addresses would lead nowhere
 * @param preparation what the VNICs' links lack
 * @param problems what does not fit, a sentence each
 */
record Topology(
    Plan plan, List<Profile> profiles, List<Change> preparation, List<String> problems) {
  private static final int MAIN = 254;
  private static final int SCOPE_ANYWHERE = 0;

  /** What a node's kernel shows. */
  record Found(List<Link> links, List<InterfaceAddress> addresses, List<Route> routes) {}

  static Topology of(List<VnicFacts> facts, Found found) {
    List<Vnic> vnics = new ArrayList<>();
    List<Profile> profiles = new ArrayList<>();
    List<Change> preparation = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (VnicFacts vnic : facts) {
      Optional<Link> link = link(vnic, found.links());
      if (link.isEmpty()) {
        problems.add(
            "VNIC " + vnic.id() + " has MAC " + vnic.mac() + ", which no link of this node has");
      } else {
        vnics.add(
            new Vnic(
                vnic.id(),
                link.get(),
                Sources.of(vnic.subnets(), own(vnic), others(vnic, link.get(), facts, found)),
                vnic.routers()));
        profiles.add(new Profile(vnic.id(), vnic.resource(), vnic.podAddresses()));
        prepare(vnic, link.get(), found, preparation);
      }
    }
    Set<String> arrivals = new LinkedHashSet<>();
    vnics.forEach(vnic -> arrivals.add(vnic.link().name()));
    uplinks(found).forEach(link -> arrivals.add(link.name()));
    return new Topology(new Plan(vnics, arrivals, sources(found)), profiles, preparation, problems);
  }

  /** The VNIC's link: a pod's end of a pair may have any MAC, so pairs of ours do not count. */
  private static Optional<Link> link(VnicFacts vnic, List<Link> links) {
    return links.stream()
        .filter(link -> !link.alias().startsWith(Numbers.ALIAS))
        .filter(link -> link.mac().equals(Optional.of(vnic.mac())))
        .findFirst();
  }

  private static List<Ip> own(VnicFacts vnic) {
    List<Ip> own = new ArrayList<>(vnic.hostAddresses());
    vnic.podAddresses().stream().map(PodAddress::ips).forEach(own::addAll);
    return own;
  }

  private static List<Ip> others(VnicFacts vnic, Link link, List<VnicFacts> all, Found found) {
    List<Ip> others = new ArrayList<>();
    found.addresses().stream()
        .filter(address -> address.link() != link.index() && address.scope() == SCOPE_ANYWHERE)
        .forEach(address -> others.add(address.ip()));
    all.stream()
        .filter(other -> !other.id().equals(vnic.id()))
        .forEach(other -> others.addAll(own(other)));
    return others;
  }

  /** Without its own address a VNIC's link would ask for its router in another's name. */
  private static void prepare(VnicFacts vnic, Link link, Found found, List<Change> changes) {
    if (!link.up()) {
      changes.add(new BringUp(link.index()));
    }
    for (Ip ip : vnic.hostAddresses()) {
      if (found.addresses().stream().noneMatch(address -> address.ip().equals(ip))) {
        changes.add(new PutAddress(link.index(), ip.alone()));
      }
    }
  }

  /** Links that lead to the rest of the world by the main table. */
  private static List<Link> uplinks(Found found) {
    return found.routes().stream()
        .filter(route -> route.table() == MAIN && route.destination().length() == 0)
        .flatMap(route -> found.links().stream().filter(link -> link.index() == route.link()))
        .toList();
  }

  private static List<Ip> sources(Found found) {
    List<Ip> sources = new ArrayList<>();
    for (boolean ipv6 : new boolean[] {false, true}) {
      uplinks(found).stream()
          .flatMap(link -> found.addresses().stream().filter(a -> a.link() == link.index()))
          .filter(a -> a.ip().isIpv6() == ipv6 && a.scope() == SCOPE_ANYWHERE)
          .map(InterfaceAddress::ip)
          .findFirst()
          .ifPresent(sources::add);
    }
    return sources;
  }
}
