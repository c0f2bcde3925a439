package dev.podnet.ipam;

import dev.podnet.ip.Ip;
import dev.podnet.ipam.Outcome.Granted;
import dev.podnet.ipam.Outcome.Reason;
import dev.podnet.ipam.Outcome.Refused;
import dev.podnet.ipam.Slot.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a node. An address goes waiting → held → draining (released, link still there) →
 * waiting, and rests for the cooldown at the end of the queue; the queue's head is taken even
 * before its time when nothing else is left. An address that the source no longer lists is
 * quarantined while in use and goes when it is free. Not safe for several threads.
 */
public final class Pool {
  private final Duration cooldown;
  private final Map<String, Shelf> shelves = new LinkedHashMap<>();
  private final Map<Owner, Slot> owners = new HashMap<>();
  private final Map<Ip, Slot> byIp = new HashMap<>();
  private List<Profile> source = List.of();
  private long order;

  public Pool(Duration cooldown) {
    this.cooldown = cooldown;
  }

  /** Takes over what the source lists now. What is in use stays in use. */
  public void update(List<Profile> profiles) {
    source = List.copyOf(profiles);
    shelves.values().forEach(Shelf::forget);
    Set<Slot> wanted = new HashSet<>();
    for (Profile profile : source) {
      Shelf shelf = shelf(profile.id());
      shelf.profile = profile;
      for (PodAddress address : profile.addresses()) {
        Slot slot = list(shelf, address);
        if (slot != null) {
          wanted.add(slot);
        }
      }
    }
    for (Slot slot : List.copyOf(new HashSet<>(byIp.values()))) {
      slot.listed = wanted.contains(slot);
      dropIfUnlisted(slot);
    }
    Set<String> ids = new HashSet<>(source.stream().map(Profile::id).toList());
    shelves.values().removeIf(shelf -> !ids.contains(shelf.id) && shelf.slots.isEmpty());
  }

  /** The slot of a listed address, unless a pod holds one of its parts in another place. */
  private @Nullable Slot list(Shelf shelf, PodAddress address) {
    Slot known = shelf.slots.get(address);
    if (known != null) {
      return known;
    }
    for (Ip ip : address.ips()) {
      Slot other = byIp.get(ip);
      if (other != null && (other.state != State.WAITING || isListed(other))) {
        return null;
      }
      if (other != null) {
        drop(other);
      }
    }
    return put(shelf, address);
  }

  private boolean isListed(Slot slot) {
    return source.stream()
        .anyMatch(profile ->
            profile.id().equals(slot.profile) && profile.addresses().contains(slot.address));
  }

  /** An address for an owner. Who has one already gets the same again. */
  public Outcome take(Owner owner, Optional<String> resource, Instant now) {
    Slot held = owners.get(owner);
    if (held != null) {
      return new Granted(held.profile, held.address, false);
    }
    if (resource.isPresent() && shelves.values().stream().noneMatch(s -> s.is(resource))) {
      return new Refused(Reason.NO_PROFILE, Sentences.noProfile(resource.get(), source));
    }
    Optional<Shelf> shelf =
        resource.isPresent()
            ? choose(s -> s.is(resource), now)
            : choose(s -> s.is(Optional.empty()), now).or(() -> choose(s -> true, now));
    if (shelf.isEmpty()) {
      return new Refused(Reason.EXHAUSTED, Sentences.exhausted(resource, usage(now)));
    }
    Slot slot = shelf.get().waiting.removeFirst();
    boolean early = slot.readyAt.isAfter(now);
    hold(slot, owner, resource.isPresent());
    return new Granted(slot.profile, slot.address, early);
  }

  /** One with a rested address before one without; then the one with most. */
  private Optional<Shelf> choose(Predicate<Shelf> suits, Instant now) {
    return shelves.values().stream()
        .filter(shelf -> !shelf.waiting.isEmpty())
        .filter(suits)
        .min(
            Comparator.comparing((Shelf shelf) -> shelf.waiting.getFirst().readyAt.isAfter(now))
                .thenComparingInt(shelf -> -shelf.waiting.size())
                .thenComparing(shelf -> shelf.id));
  }

  /**
   * Gives an owner the address that it had before a restart, listed or not.
   *
   * @return whether it could: false when somebody else holds a part of it
   */
  public boolean restore(Owner owner, String profile, PodAddress address, boolean pinned) {
    if (owners.containsKey(owner)) {
      return false;
    }
    for (Ip ip : address.ips()) {
      Slot other = byIp.get(ip);
      if (other != null && other.state != State.WAITING) {
        return false;
      }
    }
    Shelf shelf = shelf(profile);
    Slot slot = shelf.slots.get(address);
    if (slot == null) {
      address.ips().stream()
          .map(byIp::get)
          .forEach(other -> {
            if (other != null) {
              drop(other);
            }
          });
      slot = put(shelf, address);
      slot.listed = false;
    }
    shelf.waiting.remove(slot);
    hold(slot, owner, pinned);
    return true;
  }

  private void hold(Slot slot, Owner owner, boolean pinned) {
    slot.state = State.HELD;
    slot.owner = owner;
    slot.pinned = pinned;
    owners.put(owner, slot);
  }

  /** An address that was taken and never used is as it was before. */
  public void giveBack(Owner owner) {
    Slot slot = owners.remove(owner);
    if (slot != null) {
      slot.owner = null;
      slot.state = State.WAITING;
      shelf(slot.profile).waiting.add(slot);
      dropIfUnlisted(slot);
    }
  }

  /** The pod is gone for its user; the address rests only after {@link #gone}. */
  public Optional<PodAddress> release(Owner owner) {
    Slot slot = owners.remove(owner);
    if (slot == null) {
      return Optional.empty();
    }
    slot.owner = null;
    slot.state = State.DRAINING;
    return Optional.of(slot.address);
  }

  /** The link of a released address is no more: the cooldown begins. */
  public void gone(PodAddress address, Instant at) {
    Slot slot = byIp.get(address.ips().getFirst());
    if (slot == null || slot.state != State.DRAINING) {
      return;
    }
    slot.state = State.WAITING;
    rest(slot, at);
    if (!slot.listed) {
      drop(slot);
      update(source);
    }
  }

  /** After a restart: an address that rests since then. */
  public void cooling(PodAddress address, Instant since) {
    Slot slot = byIp.get(address.ips().getFirst());
    if (slot != null && slot.state == State.WAITING && slot.address.equals(address)) {
      shelf(slot.profile).waiting.remove(slot);
      rest(slot, since);
    }
  }

  /** Addresses that are cooling, and since when. */
  public Map<PodAddress, Instant> resting(Instant now) {
    Map<PodAddress, Instant> resting = new LinkedHashMap<>();
    shelves.values().stream()
        .flatMap(shelf -> shelf.waiting.stream())
        .filter(slot -> slot.readyAt.isAfter(now))
        .forEach(slot -> resting.put(slot.address, slot.readyAt.minus(cooldown)));
    return resting;
  }

  private void rest(Slot slot, Instant since) {
    slot.readyAt = since.plus(cooldown);
    shelf(slot.profile).waiting.add(slot);
  }

  /** How many pods with this Application Resource the node can have: what others took is away. */
  public int capacity(String resource) {
    return (int)
        byIp.values().stream()
            .distinct()
            .filter(slot -> slot.listed && shelf(slot.profile).is(Optional.of(resource)))
            .filter(slot -> slot.state != State.HELD || slot.pinned)
            .count();
  }

  /** By profile, in the source's order. */
  public List<Usage> usage(Instant now) {
    List<Usage> all = new ArrayList<>();
    shelves.values().forEach(shelf -> all.add(shelf.usage(now)));
    return all;
  }

  private Shelf shelf(String id) {
    return shelves.computeIfAbsent(id, Shelf::new);
  }

  private Slot put(Shelf shelf, PodAddress address) {
    Slot slot = new Slot(shelf.id, address, order++);
    shelf.slots.put(address, slot);
    shelf.waiting.add(slot);
    address.ips().forEach(ip -> byIp.put(ip, slot));
    return slot;
  }

  private void dropIfUnlisted(Slot slot) {
    if (!slot.listed && slot.state == State.WAITING) {
      drop(slot);
    }
  }

  private void drop(Slot slot) {
    Shelf shelf = shelf(slot.profile);
    shelf.slots.remove(slot.address);
    shelf.waiting.remove(slot);
    slot.address.ips().forEach(ip -> byIp.remove(ip, slot));
  }
}
