package dev.podnet.agent;

import dev.podnet.ipam.Outcome;
import dev.podnet.ipam.Owner;
import dev.podnet.ipam.PodAddress;
import dev.podnet.ipam.Pool;
import dev.podnet.ipam.Profile;
import dev.podnet.ipam.Usage;
import dev.podnet.journal.Journal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who has which address, in memory and in the journal, which always agree: what cannot be written
 * has not happened. The one place that both are changed.
 */
final class Ledger {
  private final Pool pool;
  private final Journal journal;
  private final InstantSource clock;
  private final Map<Owner, Lease> leases = new HashMap<>();

  /** Released, its link not yet seen gone. */
  private final Map<PodAddress, Lease> draining = new LinkedHashMap<>();

  /** Of these, those whose links go with the next removal. */
  private final Map<PodAddress, Lease> leaving = new LinkedHashMap<>();

  private final Map<PodAddress, Instant> rested = new HashMap<>();

  Ledger(Journal journal, Duration cooldown, InstantSource clock) {
    this.pool = new Pool(cooldown);
    this.journal = journal;
    this.clock = clock;
  }

  /** Answer to {@link #take}. */
  sealed interface Taken {
    /**
     * An address, journaled.
     *
     * @param position for {@link #await}
     * @param again whether the owner had it already: its link may be there, or half of it
     */
    record Got(Lease lease, long position, boolean again, boolean early) implements Taken {}

    record Refused(Outcome.Refused refusal) implements Taken {}
  }

  synchronized void update(List<Profile> profiles) {
    pool.update(profiles);
    leases.replaceAll((owner, lease) -> adopted(lease, profiles));
    rested.forEach(pool::cooling);
    rested.clear();
  }

  /** A lease that was read from the kernel, now that the source tells whose its address is. */
  private Lease adopted(Lease lease, List<Profile> profiles) {
    if (!lease.profile().equals(Lease.UNKNOWN_PROFILE)) {
      return lease;
    }
    Optional<Profile> profile =
        profiles.stream().filter(p -> p.addresses().contains(lease.address())).findFirst();
    if (profile.isEmpty()) {
      return lease;
    }
    Lease adopted = lease.withProfile(profile.get().id());
    pool.giveBack(lease.owner());
    pool.update(profiles);
    pool.restore(lease.owner(), adopted.profile(), lease.address(), lease.pinned());
    return adopted;
  }

  /**
   * Gives an owner an address, the one that it has where it has one.
   *
   * @param make the lease for an address of a profile
   */
  synchronized Taken take(
      Owner owner, Optional<String> resource, Function<Outcome.Granted, Lease> make)
      throws IOException {
    Outcome outcome = pool.take(owner, resource, clock.instant());
    if (outcome instanceof Outcome.Refused refused) {
      return new Taken.Refused(refused);
    }
    Outcome.Granted granted = (Outcome.Granted) outcome;
    Lease lease = make.apply(granted);
    try {
      long position = journal.append(Entries.held(lease));
      boolean again = leases.put(owner, lease) != null;
      return new Taken.Got(lease, position, again, granted.early());
    } catch (IOException e) {
      if (!leases.containsKey(owner)) {
        pool.giveBack(owner);
      }
      throw e;
    }
  }

  /** The lease with another link index, journaled: the first one was somebody else's. */
  synchronized Lease reindex(Lease lease, int index) throws IOException {
    Lease other = lease.withIndex(index);
    journal.append(Entries.held(other));
    leases.put(lease.owner(), other);
    return other;
  }

  /** The owner's pod is gone; its address is not free before {@link #gone}. */
  synchronized long release(Lease lease) throws IOException {
    long position = journal.append(Entries.released(lease));
    leases.remove(lease.owner());
    pool.release(lease.owner());
    draining.put(lease.address(), lease);
    return position;
  }

  /** The link of a released lease is among those that are removed next. */
  synchronized void leaving(Lease lease) {
    leaving.put(lease.address(), lease);
  }

  /** Released, but its link is not among those that are removed next: something went wrong. */
  synchronized Optional<Lease> stuck(Owner owner) {
    return draining.values().stream()
        .filter(lease -> lease.owner().equals(owner) && !leaving.containsKey(lease.address()))
        .findFirst();
  }

  /** The links of these released leases are no more. */
  synchronized void gone(List<Lease> links) throws IOException {
    Instant now = clock.instant();
    for (Lease lease : links) {
      if (lease.equals(draining.get(lease.address()))) {
        journal.append(Entries.gone(lease.address(), now));
        draining.remove(lease.address());
        leaving.remove(lease.address());
        pool.gone(lease.address(), now);
      }
    }
  }

  void await(long position) throws IOException {
    journal.await(position);
  }

  synchronized Optional<Lease> find(Owner owner) {
    return Optional.ofNullable(leases.get(owner));
  }

  synchronized List<Lease> leases() {
    return List.copyOf(leases.values());
  }

  synchronized List<Lease> draining() {
    return List.copyOf(draining.values());
  }

  synchronized List<Lease> leaving() {
    return List.copyOf(leaving.values());
  }

  synchronized List<Usage> usage() {
    return pool.usage(clock.instant());
  }

  synchronized int capacity(String resource) {
    return pool.capacity(resource);
  }

  /** Takes over what a journal or the kernel says was so before; not written again. */
  synchronized boolean restore(Lease lease) {
    if (!pool.restore(lease.owner(), lease.profile(), lease.address(), lease.pinned())) {
      return false;
    }
    leases.put(lease.owner(), lease);
    return true;
  }

  /** As {@link #restore}, for a lease that was released with its link still there. */
  synchronized void restoreDraining(Lease lease) {
    if (restore(lease)) {
      leases.remove(lease.owner());
      pool.release(lease.owner());
      draining.put(lease.address(), lease);
    }
  }

  /** Addresses that rest; they take their place when the source has told of them. */
  synchronized void restoreRested(Map<PodAddress, Instant> since) {
    rested.putAll(since);
  }

  synchronized long journalSize() {
    return journal.size();
  }

  /** Writes the journal anew with what counts now. */
  synchronized void compact() throws IOException {
    List<byte[]> records = new ArrayList<>();
    leases.values().forEach(lease -> records.add(Entries.held(lease)));
    draining
        .values()
        .forEach(lease -> {
          records.add(Entries.held(lease));
          records.add(Entries.released(lease));
        });
    pool.resting(clock.instant())
        .forEach((address, since) -> records.add(Entries.gone(address, since)));
    journal.rewrite(records);
  }
}
