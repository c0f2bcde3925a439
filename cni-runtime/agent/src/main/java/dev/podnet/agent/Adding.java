package dev.podnet.agent;

import dev.podnet.cni.CniError;
import dev.podnet.cni.Request;
import dev.podnet.cni.Result;
import dev.podnet.ipam.Outcome.Reason;
import dev.podnet.ipam.Owner;
import dev.podnet.linux.Errno;
import dev.podnet.netlink.Failure;
import dev.podnet.netlink.Netlink;
import dev.podnet.node.Change.DeleteLink;
import dev.podnet.node.Link;
import dev.podnet.node.Numbers;
import dev.podnet.node.Pod;
import dev.podnet.node.Steps;
import dev.podnet.node.Vnic;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * ADD: intent to the journal → address → host's side → pod's side → journal on disk → reply. What a
 * killed agent left half made is removed and made again; a failure gives everything back.
 */
final class Adding {
  private static final int TRIES = 3;

  private final Ledger ledger;
  private final Host host;
  private final Wishes wishes;
  private final Reaper reaper;

  /** Link indexes of our own, far from those that the kernel gives, so that pods have room too. */
  private final AtomicInteger nextIndex =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(1 << 24, 1 << 30));

  Adding(Ledger ledger, Host host, Wishes wishes, Reaper reaper) {
    this.ledger = ledger;
    this.host = host;
    this.wishes = wishes;
    this.reaper = reaper;
  }

  Map<String, Object> add(Request request, Namespace namespace) throws Refusal, IOException {
    namespace.require();
    Ledger.Taken.Got got = take(request);
    CrashPoint.ADD_JOURNALED.reach();
    Lease lease = got.lease();
    try {
      if (got.again()) {
        removeLeftover(lease);
      }
      lease = connect(lease, namespace);
      CrashPoint.ADD_CONNECTED.reach();
      configure(pod(lease), namespace);
      CrashPoint.ADD_CONFIGURED.reach();
      ledger.await(got.position());
      CrashPoint.ADD_SYNCED.reach();
    } catch (Refusal | IOException | RuntimeException e) {
      undo(lease);
      throw e;
    }
    return result(request, lease).toJson(request.version(), request.previous());
  }

  private Ledger.Taken.Got take(Request request) throws Refusal, IOException {
    Owner owner = new Owner(request.network(), request.containerId(), request.ifName());
    Optional<String> resource = wishes.resource(request);
    if (host.network().isEmpty()) {
      throw new Refusal(CniError.LATER, "the agent does not know this node's addresses yet");
    }
    Ledger.Taken taken = take(owner, resource, podName(request));
    // Addresses whose links wait to be removed are better than none: remove them now.
    for (int i = 0; i < TRIES && isWorthWaiting(taken); i++) {
      reaper.reap();
      taken = take(owner, resource, podName(request));
    }
    return switch (taken) {
      case Ledger.Taken.Got got -> got;
      case Ledger.Taken.Refused refused ->
          throw new Refusal(
              refused.refusal().reason() == Reason.NO_PROFILE
                  ? CniError.NO_PROFILE
                  : CniError.LATER,
              "no address for " + owner + ": " + refused.refusal().text());
    };
  }

  private Ledger.Taken take(Owner owner, Optional<String> resource, String pod) throws IOException {
    return ledger.take(
        owner,
        resource,
        granted ->
            new Lease(
                owner,
                granted.profile(),
                resource.isPresent(),
                granted.address(),
                nextIndex.incrementAndGet(),
                Names.link(owner),
                pod));
  }

  private boolean isWorthWaiting(Ledger.Taken taken) {
    return taken instanceof Ledger.Taken.Refused refused
        && refused.refusal().reason() == Reason.EXHAUSTED
        && !ledger.draining().isEmpty();
  }

  private static String podName(Request request) {
    String namespace = request.args().getOrDefault("K8S_POD_NAMESPACE", "");
    String name = request.args().getOrDefault("K8S_POD_NAME", "");
    return name.isEmpty() ? "" : namespace + "/" + name;
  }

  private Pod pod(Lease lease) throws Refusal {
    return host.pod(lease)
        .orElseThrow(() ->
            new Refusal(CniError.LATER, "the VNIC " + lease.profile() + " has left this node"));
  }

  /** The pair of links and the routes to it. An index that somebody else has is changed. */
  private Lease connect(Lease first, Namespace namespace) throws Refusal, IOException {
    Lease lease = first;
    for (int attempt = 1; ; attempt++) {
      List<Failure> failures =
          host.netlink().run(Steps.connect(host.plan(), pod(lease), namespace.netns().number()));
      if (failures.isEmpty()) {
        return lease;
      }
      boolean exists = failures.getFirst().errno() == Errno.EEXIST;
      if (!exists || attempt == TRIES) {
        throw failed(failures);
      }
      if (namespace.netlink().link(lease.owner().ifName()).isPresent()
          && host.netlink().link(lease.link()).isEmpty()) {
        throw new Refusal(
            CniError.INTERFACE_EXISTS,
            "the pod has an interface " + lease.owner().ifName() + " already, and it is not ours");
      }
      removeLeftover(lease);
      lease = ledger.reindex(lease, nextIndex.incrementAndGet());
    }
  }

  private void configure(Pod pod, Namespace namespace) throws Refusal, IOException {
    List<Failure> failures = namespace.netlink().run(Steps.configure(pod));
    if (!failures.isEmpty()) {
      throw failed(failures);
    }
  }

  private static Refusal failed(List<Failure> failures) {
    return new Refusal(
        new CniError(
            CniError.KERNEL,
            failures.getFirst().toString(),
            failures.size() > 1 ? failures.size() - 1 + " more changes were refused" : ""));
  }

  /** A link of the lease's name that is ours, whatever its index. */
  private void removeLeftover(Lease lease) throws Refusal, IOException {
    Netlink netlink = host.netlink();
    Optional<Link> leftover = netlink.link(lease.link());
    if (leftover.isEmpty()) {
      return;
    }
    String alias = leftover.get().alias();
    if (!alias.isEmpty() && !alias.equals(Numbers.ALIAS + lease.owner())) {
      throw new Refusal(
          CniError.INTERFACE_EXISTS,
          "the host has a link " + lease.link() + " of somebody else: \"" + alias + "\"");
    }
    netlink.run(List.of(new DeleteLink(leftover.get().index())));
  }

  private void undo(Lease lease) throws IOException {
    host.netlink().run(List.of(new DeleteLink(lease.index())));
    ledger.release(lease);
    ledger.gone(List.of(lease));
  }

  private Result result(Request request, Lease lease) {
    int mtu = host.vnic(lease.profile()).map(Vnic::link).map(Link::mtu).orElse(0);
    return new Result(
        lease.link(),
        Numbers.HOST_MAC.toString(),
        lease.owner().ifName(),
        lease.mac().toString(),
        mtu,
        request.netns(),
        lease.address().ips().stream().map(ip -> new Result.Pair(ip, Steps.gateway(ip))).toList());
  }
}
