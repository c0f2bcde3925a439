package dev.podnet.agent;

import dev.podnet.ip.Ip;
import dev.podnet.ipam.Owner;
import dev.podnet.ipam.PodAddress;
import dev.podnet.netlink.Failure;
import dev.podnet.netlink.Netlink;
import dev.podnet.node.Change;
import dev.podnet.node.Change.SetGroup;
import dev.podnet.node.Link;
import dev.podnet.node.Numbers;
import dev.podnet.node.Route;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was so before the agent stopped: the journal against the kernel's tables. The kernel is
 * believed about links, the journal about owners; where the journal knows nothing, link and routes
 * tell the owner and the address. The source is compared later, when it has spoken.
 */
final class Recovery {
  private final Ledger ledger;
  private final Netlink netlink;
  private final Events events;

  Recovery(Ledger ledger, Netlink netlink, Events events) {
    this.ledger = ledger;
    this.netlink = netlink;
    this.events = events;
  }

  void run(Entries journal) throws IOException {
    List<Link> links =
        netlink.links().stream().filter(link -> isOurs(link)).collect(Collectors.toList());
    List<Route> routes = netlink.routes();
    ledger.restoreRested(journal.rested());
    List<Change> changes = new ArrayList<>();
    for (Lease lease : journal.draining()) {
      ledger.restoreDraining(lease);
      changes.addAll(leave(lease, links));
    }
    for (Lease lease : journal.held()) {
      held(lease, links, changes);
    }
    for (Link link : links) {
      unknown(link, routes, changes);
    }
    for (Failure failure : netlink.run(changes)) {
      if (!Netlink.wasGone(failure)) {
        events.problem(failure.toString());
      }
    }
    if (journal.unknown() > 0) {
      events.problem(journal.unknown() + " records of the journal were not understood");
    }
  }

  /** One of our making: between its creation and its alias it has only group and name. */
  private static boolean isOurs(Link link) {
    return link.alias().startsWith(Numbers.ALIAS)
        || ((link.group() == Numbers.GROUP || link.group() == Numbers.GROUP_LEAVING)
            && link.alias().isEmpty());
  }

  /** Its link, if it is still there, goes with the next removal. */
  private List<Change> leave(Lease lease, List<Link> links) {
    List<Change> changes = new ArrayList<>();
    links.removeIf(link -> {
      boolean its = link.name().equals(lease.link());
      if (its) {
        changes.add(new SetGroup(link.index(), Numbers.GROUP_LEAVING));
      }
      return its;
    });
    ledger.leaving(lease);
    return changes;
  }

  /** Without its link a pod has gone without DEL, or its ADD had not come so far. */
  private void held(Lease lease, List<Link> links, List<Change> changes) throws IOException {
    if (!ledger.restore(lease)) {
      events.problem("the journal gives " + lease.address() + " to two pods; one has it");
      return;
    }
    Optional<Link> link = links.stream().filter(l -> l.name().equals(lease.link())).findFirst();
    boolean whole =
        link.filter(l -> l.index() == lease.index() && l.group() == Numbers.GROUP)
            .filter(l -> l.alias().equals(Numbers.ALIAS + lease.owner()))
            .isPresent();
    if (whole) {
      links.remove(link.get());
    } else {
      ledger.release(lease);
      changes.addAll(leave(lease, links));
    }
  }

  /** A link that no record is of. */
  private void unknown(Link link, List<Route> routes, List<Change> changes) {
    Optional<Lease> lease = link.group() == Numbers.GROUP ? read(link, routes) : Optional.empty();
    if (lease.isPresent() && ledger.restore(lease.get())) {
      events.problem("no record of " + lease.get().owner() + "; it was read from its link");
    } else {
      changes.add(new SetGroup(link.index(), Numbers.GROUP_LEAVING));
    }
  }

  private static Optional<Lease> read(Link link, List<Route> routes) {
    String[] owner = link.alias().replaceFirst(Numbers.ALIAS, "").split("/", -1);
    List<Route> its =
        routes.stream()
            .filter(route -> route.link() == link.index())
            .filter(route -> route.protocol() == Numbers.PROTOCOL)
            .toList();
    List<Ip> ips = its.stream().map(route -> route.destination().first()).distinct().toList();
    if (owner.length != 3 || ips.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Lease(
            new Owner(owner[0], owner[1], owner[2]),
            Lease.UNKNOWN_PROFILE,
            true,
            PodAddress.of(ips.toArray(Ip[]::new)),
            link.index(),
            link.name(),
            ""));
  }
}
