package dev.podnet.agent;

import dev.podnet.cni.CniError;
import dev.podnet.cni.Request;
import dev.podnet.cni.Request.Attachment;
import dev.podnet.ipam.Owner;
import dev.podnet.netlink.Failure;
import dev.podnet.netlink.Netlink;
import dev.podnet.node.Change;
import dev.podnet.node.Change.SetGroup;
import dev.podnet.node.Link;
import dev.podnet.node.Numbers;
import dev.podnet.node.Pod;
import dev.podnet.node.Steps;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * DEL and GC: traffic ends and the address is nobody's before the reply; the link is removed later,
 * together with others. Until it is seen gone the address is given to nobody.
 */
final class Deleting {
  private final Ledger ledger;
  private final Host host;
  private final KeyedLocks locks;

  Deleting(Ledger ledger, Host host, KeyedLocks locks) {
    this.ledger = ledger;
    this.host = host;
    this.locks = locks;
  }

  /** Succeeds when there is nothing, as often as it is asked. The caller has the owner's lock. */
  void delete(Owner owner) throws IOException {
    Optional<Lease> lease = ledger.find(owner);
    if (lease.isEmpty()) {
      Optional<Lease> before = ledger.stuck(owner);
      if (before.isPresent()) {
        disconnect(before.get());
      } else {
        removeUnknown(owner);
      }
      return;
    }
    long position = ledger.release(lease.get());
    CrashPoint.DEL_JOURNALED.reach();
    disconnect(lease.get());
    CrashPoint.DEL_DISCONNECTED.reach();
    ledger.await(position);
  }

  /** Again after a restart: what is gone already does no harm. */
  void disconnect(Lease lease) throws IOException {
    Optional<Pod> pod = host.pod(lease);
    List<Change> steps =
        pod.isPresent()
            ? Steps.disconnect(host.plan(), pod.get())
            : List.of(new SetGroup(lease.index(), Numbers.GROUP_LEAVING));
    for (Failure failure : host.netlink().run(steps)) {
      if (!Netlink.wasGone(failure)) {
        throw new IOException(failure.toString());
      }
    }
    ledger.leaving(lease);
  }

  /** A link whose ADD nobody remembers. */
  private void removeUnknown(Owner owner) throws IOException {
    Optional<Link> link = host.netlink().link(Names.link(owner));
    if (link.isPresent() && link.get().alias().equals(Numbers.ALIAS + owner)) {
      host.netlink().run(List.of(new SetGroup(link.get().index(), Numbers.GROUP_LEAVING)));
    }
  }

  /** Deletes what the runtime does not name. */
  void collect(Request request) throws Refusal, IOException {
    Set<Attachment> valid =
        new HashSet<>(
            request
                .validAttachments()
                .orElseThrow(() ->
                    new Refusal(CniError.CONFIGURATION, "GC needs cni.dev/valid-attachments")));
    for (Lease lease : ledger.leases()) {
      Owner owner = lease.owner();
      if (owner.network().equals(request.network())
          && !valid.contains(new Attachment(owner.containerId(), owner.ifName()))) {
        KeyedLocks.Held held = locks.lock(owner.containerId());
        try {
          delete(owner);
        } finally {
          held.close();
        }
      }
    }
  }
}
