package dev.podnet.agent;

import dev.podnet.cni.CniError;
import dev.podnet.cni.Request;
import dev.podnet.ip.Ip;
import dev.podnet.ipam.Owner;
import dev.podnet.ipam.Usage;
import dev.podnet.netlink.InterfaceAddress;
import dev.podnet.netlink.Netlink;
import dev.podnet.node.Link;
import dev.podnet.node.Pod;
import dev.podnet.node.Route;
import dev.podnet.source.NodeNetwork;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** CHECK and STATUS: whether what was promised still is, and whether more can be. */
final class Checking {
  private final Ledger ledger;
  private final Host host;

  Checking(Ledger ledger, Host host) {
    this.ledger = ledger;
    this.host = host;
  }

  /** What other plugins of the chain have added is left alone: only what is ours must be there. */
  void check(Request request, Namespace namespace) throws Refusal, IOException {
    Owner owner = new Owner(request.network(), request.containerId(), request.ifName());
    Lease lease =
        ledger
            .find(owner)
            .orElseThrow(() -> new Refusal(3, "nothing is known of the attachment " + owner));
    if (request.previous().isEmpty()) {
      throw new Refusal(CniError.CONFIGURATION, "CHECK needs a prevResult");
    }
    List<Ip> ips = lease.address().ips();
    if (!request.previousIps().containsAll(ips)) {
      throw changed(owner, "prevResult has not its addresses " + ips);
    }
    namespace.require();
    Pod pod =
        host.pod(lease)
            .orElseThrow(() -> changed(owner, "its VNIC " + lease.profile() + " is gone"));
    checkHost(owner, pod);
    checkPod(owner, pod, namespace.netlink());
  }

  private void checkHost(Owner owner, Pod pod) throws Refusal, IOException {
    Optional<Link> link = host.netlink().link(pod.name());
    boolean right =
        link.filter(l -> l.index() == pod.index() && l.alias().equals(pod.alias()) && l.up())
            .isPresent();
    if (!right) {
      throw changed(owner, "the host's link " + pod.name() + " is missing, down or another one");
    }
    List<Route> routes = host.netlink().routes();
    for (Route route : host.plan().routes(pod)) {
      if (!routes.contains(route)) {
        throw changed(owner, "the host lacks the route to " + route.destination());
      }
    }
  }

  private static void checkPod(Owner owner, Pod pod, Netlink netlink) throws Refusal, IOException {
    Optional<Link> link = netlink.link(pod.ifName());
    if (link.filter(l -> l.index() == pod.index() && l.up()).isEmpty()) {
      throw changed(owner, "the pod's interface " + pod.ifName() + " is missing or down");
    }
    if (!link.get().mac().equals(Optional.of(pod.mac()))) {
      throw changed(owner, "the pod's interface has another MAC than " + pod.mac());
    }
    List<Ip> there =
        netlink.addresses().stream()
            .filter(address -> address.link() == pod.index())
            .map(InterfaceAddress::ip)
            .toList();
    if (!there.containsAll(pod.ips())) {
      throw changed(owner, "the pod's interface has " + there + ", not " + pod.ips());
    }
  }

  private static Refusal changed(Owner owner, String what) {
    return new Refusal(CniError.CHANGED, "the attachment " + owner + " has changed: " + what);
  }

  /** Refuses when an ADD could not succeed now, whatever the pod. */
  void status() throws Refusal {
    Optional<NodeNetwork> network = host.network();
    if (network.isEmpty()) {
      throw new Refusal(CniError.UNAVAILABLE, "the agent does not know this node's addresses yet");
    }
    List<Usage> usage = ledger.usage();
    if (usage.stream().mapToInt(Usage::listed).sum() == 0) {
      throw new Refusal(
          CniError.UNAVAILABLE,
          "this node has no pod addresses: its NativePodNetwork is in state "
              + network.get().state()
              + (network.get().reason().isEmpty() ? "" : " because of " + network.get().reason()));
    }
    if (usage.stream().allMatch(u -> u.free() + u.cooling() == 0)) {
      throw new Refusal(
          CniError.UNAVAILABLE,
          "all pod addresses of this node are in use: "
              + usage.stream().mapToInt(Usage::held).sum()
              + " by pods, "
              + usage.stream().mapToInt(Usage::draining).sum()
              + " by links being removed");
    }
  }
}
