package dev.podnet.agent;

import dev.podnet.cni.CniError;
import dev.podnet.cni.Request;
import dev.podnet.ipam.Owner;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Every verb of CNI: a request in, a reply out; one at a time for each container. */
final class Verbs {
  private final Ledger ledger;
  private final Host host;
  private final Events events;
  private final KeyedLocks locks = new KeyedLocks();
  private final Adding adding;
  private final Deleting deleting;
  private final Checking checking;
  private final AtomicInteger adds = new AtomicInteger();

  Verbs(Ledger ledger, Host host, Wishes wishes, Reaper reaper, Events events) {
    this.ledger = ledger;
    this.host = host;
    this.events = events;
    this.adding = new Adding(ledger, host, wishes, reaper);
    this.deleting = new Deleting(ledger, host, locks);
    this.checking = new Checking(ledger, host);
  }

  /** How many ADDs are under way: what holds the kernel's lock for long waits for none. */
  int adds() {
    return adds.get();
  }

  Deleting deleting() {
    return deleting;
  }

  /** Never throws: whatever happens is told to the runtime. */
  Reply handle(Envelope envelope, Namespace namespace) {
    long start = System.nanoTime();
    if (envelope.request() instanceof Request.Parsed.Bad bad) {
      events.operation("?", "?", "", bad.error().code(), bad.error().message(), 0);
      return Reply.error(bad.error(), envelope.version());
    }
    Request request = ((Request.Parsed.Ok) envelope.request()).request();
    Reply reply = reply(request, namespace);
    Owner owner = new Owner(request.network(), request.containerId(), request.ifName());
    events.operation(
        request.command().name(),
        owner.toString(),
        ledger.find(owner).map(lease -> lease.address().toString()).orElse(""),
        reply.code(),
        reply.code() == 0 ? "" : String.valueOf(reply.json().get("msg")),
        System.nanoTime() - start);
    return reply;
  }

  private Reply reply(Request request, Namespace namespace) {
    host.whole().readLock().lock();
    KeyedLocks.Held held = locks.lock(request.containerId());
    try {
      return new Reply(0, run(request, namespace));
    } catch (Refusal refusal) {
      return Reply.error(refusal.error(), request.version());
    } catch (IOException e) {
      return Reply.error(
          new CniError(CniError.IO, request.command() + " failed: " + e.getMessage()),
          request.version());
    } catch (RuntimeException e) {
      events.problem(request.command() + " met a fault of the agent's: " + e);
      return Reply.error(
          new CniError(CniError.INTERNAL, request.command() + " met a fault of the agent's: " + e),
          request.version());
    } finally {
      held.close();
      host.whole().readLock().unlock();
    }
  }

  private Map<String, Object> run(Request request, Namespace namespace)
      throws Refusal, IOException {
    switch (request.command()) {
      case ADD -> {
        adds.incrementAndGet();
        try {
          return adding.add(request, namespace);
        } finally {
          adds.decrementAndGet();
        }
      }
      case DEL ->
          deleting.delete(new Owner(request.network(), request.containerId(), request.ifName()));
      case CHECK -> checking.check(request, namespace);
      case GC -> deleting.collect(request);
      case STATUS -> checking.status();
    }
    return Map.of();
  }
}
