package dev.podnet.sim.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The whole state in memory, with the indexes that requests need. Not thread-safe: its owner guards
 * it.
 */
public final class MemoryState implements State {
  private final Map<String, Resource> byId = new HashMap<>();
  private final Map<String, TreeMap<Long, Resource>> byKind = new HashMap<>();
  private final Map<String, Set<String>> referrers = new HashMap<>();
  private final TreeSet<Job> jobs =
      new TreeSet<>(Comparator.comparing(Job::due).thenComparingLong(Job::number));
  private final TreeMap<Long, Effect> effects = new TreeMap<>();
  private final Map<String, Doc> remembered = new LinkedHashMap<>();
  private long counter;

  public void apply(Changes changes) {
    changes.resources().forEach(this::replace);
    jobs.removeIf(job -> changes.doneJobs().contains(job.number()));
    jobs.addAll(changes.addedJobs());
    changes.addedEffects().forEach(effect -> effects.put(effect.number(), effect));
    changes.doneEffects().forEach(effects::remove);
    changes.forgotten().forEach(remembered::remove);
    remembered.putAll(changes.remembered());
    counter = Math.max(counter, changes.counter());
  }

  @Override
  public Optional<Resource> get(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public Collection<Resource> all(String kind) {
    var resources = byKind.get(kind);
    return resources == null ? List.of() : resources.values();
  }

  @Override
  public Collection<Resource> referrers(String id) {
    var found = new ArrayList<Resource>();
    for (String each : referrers.getOrDefault(id, Set.of())) {
      get(each).ifPresent(found::add);
    }
    return found;
  }

  @Override
  public Optional<Doc> remembered(String token) {
    return Optional.ofNullable(remembered.get(token));
  }

  @Override
  public List<String> tokensBefore(Instant instant) {
    String limit = Times.text(instant);
    return remembered.entrySet().stream()
        .takeWhile(each -> each.getValue().textOr("time", "").compareTo(limit) < 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public List<Job> jobs() {
    return List.copyOf(jobs);
  }

  @Override
  public List<Effect> effects() {
    return List.copyOf(effects.values());
  }

  @Override
  public long counter() {
    return counter;
  }

  private void replace(String id, Optional<Resource> next) {
    var old = byId.remove(id);
    if (old != null) {
      byKind.getOrDefault(old.kind(), new TreeMap<>()).remove(old.order());
      old.body()
          .ocids()
          .forEach(each -> referrers.getOrDefault(each, new LinkedHashSet<>()).remove(id));
    }
    next.ifPresent(resource -> {
      byId.put(id, resource);
      byKind.computeIfAbsent(resource.kind(), _ -> new TreeMap<>()).put(resource.order(), resource);
      for (String each : resource.body().ocids()) {
        if (!each.equals(id)) {
          referrers.computeIfAbsent(each, _ -> new LinkedHashSet<>()).add(id);
        }
      }
    });
  }
}
