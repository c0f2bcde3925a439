package dev.podnet.agent;

import dev.podnet.ip.Ip;
import dev.podnet.netlink.Failure;
import dev.podnet.netlink.Netlink;
import dev.podnet.node.Change;
import dev.podnet.node.Link;
import dev.podnet.node.Numbers;
import dev.podnet.node.Plan;
import dev.podnet.node.Pod;
import dev.podnet.node.State;
import dev.podnet.node.Steps;
import dev.podnet.node.Vnic;
import dev.podnet.source.NodeNetwork;
import dev.podnet.source.VnicFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;

/** The host's side: VNICs as they are told and found, and the kernel's tables made to fit. */
final class Host {
  private final Ledger ledger;
  private final Events events;
  private final ThreadLocal<Netlink> netlinks = ThreadLocal.withInitial(Host::open);

  /** Verbs hold it for reading; who compares the whole host with what it should be for writing. */
  private final ReadWriteLock whole = new ReentrantReadWriteLock(true);

  private volatile Plan plan = new Plan(List.of(), Set.of(), List.of());
  private volatile Optional<NodeNetwork> network = Optional.empty();
  private Map<String, VnicFacts> facts = Map.of();

  Host(Ledger ledger, Events events) {
    this.ledger = ledger;
    this.events = events;
  }

  private static Netlink open() {
    try {
      return Netlink.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** This thread's. */
  Netlink netlink() {
    return netlinks.get();
  }

  ReadWriteLock whole() {
    return whole;
  }

  Plan plan() {
    return plan;
  }

  Optional<NodeNetwork> network() {
    return network;
  }

  Optional<Vnic> vnic(String id) {
    return plan.vnics().stream().filter(vnic -> vnic.id().equals(id)).findFirst();
  }

  /** Takes over what the source tells, and makes the host fit. */
  void update(NodeNetwork told) throws IOException {
    whole.writeLock().lock();
    try {
      told.problems().forEach(events::problem);
      facts = withThoseInUse(told.vnics());
      network = Optional.of(told);
      reconcile();
    } finally {
      whole.writeLock().unlock();
    }
  }

  /**
   * A VNIC that is no longer told of stays for the pods that it has; it gives no more addresses.
   */
  private Map<String, VnicFacts> withThoseInUse(List<VnicFacts> told) {
    Map<String, VnicFacts> all = new LinkedHashMap<>();
    told.forEach(vnic -> all.put(vnic.id(), vnic));
    for (Lease lease : ledger.leases()) {
      VnicFacts before = facts.get(lease.profile());
      if (before != null && !all.containsKey(before.id())) {
        all.put(
            before.id(),
            new VnicFacts(
                before.id(),
                before.mac(),
                before.resource(),
                before.subnets(),
                before.routers(),
                before.hostAddresses(),
                List.of()));
      }
    }
    return all;
  }

  private void reconcile() throws IOException {
    Netlink netlink = netlink();
    Topology topology =
        Topology.of(
            List.copyOf(facts.values()),
            new Topology.Found(netlink.links(), netlink.addresses(), netlink.routes()));
    topology.problems().forEach(events::problem);
    report(netlink.run(topology.preparation()));
    plan = topology.plan();
    ledger.update(topology.profiles());
    State actual = spare(netlink.state());
    List<Change> changes = Steps.between(actual, plan.with(pods()));
    if (!changes.isEmpty()) {
      events.repaired(changes.size());
    }
    report(netlink.run(changes));
  }

  private void report(List<Failure> failures) {
    failures.stream()
        .filter(failure -> !Netlink.wasGone(failure))
        .forEach(failure -> events.problem(failure.toString()));
  }

  /** What belongs to pods whose VNIC the source has not told of is left as it is. */
  private State spare(State actual) {
    Set<Integer> known = new HashSet<>(Set.of(Numbers.PODS));
    plan.vnics().forEach(vnic -> known.add(vnic.table()));
    Set<Integer> orphans =
        ledger.leases().stream()
            .filter(lease -> vnic(lease.profile()).isEmpty())
            .map(Lease::index)
            .collect(Collectors.toSet());
    if (orphans.isEmpty()) {
      return actual;
    }
    return new State(
        actual.routes().stream()
            .filter(route -> known.contains(route.table()) && !orphans.contains(route.link()))
            .collect(Collectors.toSet()),
        actual.rules().stream()
            .filter(rule -> known.contains(rule.table()))
            .collect(Collectors.toSet()));
  }

  private List<Pod> pods() {
    List<Pod> pods = new ArrayList<>();
    ledger.leases().forEach(lease -> pod(lease).ifPresent(pods::add));
    return pods;
  }

  /** Nothing while the lease's VNIC is not there. */
  Optional<Pod> pod(Lease lease) {
    return vnic(lease.profile()).map(vnic -> pod(lease, vnic.table(), vnic.link()));
  }

  private static Pod pod(Lease lease, int table, Link vnic) {
    List<Ip> ips = lease.address().ips();
    return new Pod(
        lease.owner().toString(),
        lease.index(),
        lease.link(),
        lease.owner().ifName(),
        lease.mac(),
        vnic.mtu(),
        ips,
        table);
  }
}
