package dev.podnet.sim.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A state with changes on top that are not made yet: the one place where a request or a transition
 * writes.
 */
public final class Draft implements State {
  /** How long OCI knows a retry token. */
  private static final Duration TOKEN_LIFE = Duration.ofHours(24);

  private final State base;
  private final World world;
  private final Instant now;
  private final Map<String, Optional<Resource>> written = new LinkedHashMap<>();

  /** Who named an OCID in some version of a written body: a superset of who names it now. */
  private final Map<String, Set<String>> mentions = new HashMap<>();

  private final List<Job> addedJobs = new ArrayList<>();
  private final Set<Long> doneJobs = new HashSet<>();
  private final List<Effect> addedEffects = new ArrayList<>();
  private final Map<String, Doc> remembered = new HashMap<>();
  private final Ids ids;

  public Draft(State base, World world, Instant now) {
    this.base = base;
    this.world = world;
    this.now = now;
    this.ids = new Ids(world.seed(), base.counter());
  }

  public World world() {
    return world;
  }

  public Catalog catalog() {
    return world.catalog();
  }

  public Instant now() {
    return now;
  }

  /** The current time as OCI writes it. */
  public String timestamp() {
    return Times.text(now);
  }

  public Ids ids() {
    return ids;
  }

  /** A fresh resource with an OCID, not yet put. */
  public Resource fresh(String kind, Doc body) {
    String id = ids.ocid(catalog(), catalog().kind(kind));
    return new Resource(kind, id, ids.next(), 0, Doc.of("id", id).withAll(body), Doc.EMPTY);
  }

  /** The same for what comes along with something else: without tags, made now. */
  public Resource freshAlong(String kind, Doc body) {
    return fresh(
        kind,
        body.withAll(
            Doc.of(
                "freeformTags", Doc.EMPTY, "definedTags", Doc.EMPTY, "timeCreated", timestamp())));
  }

  public Resource put(Resource resource) {
    var versioned = resource.withVersion(ids.next());
    written.put(resource.id(), Optional.of(versioned));
    for (String each : resource.body().ocids()) {
      if (!each.equals(resource.id())) {
        mentions.computeIfAbsent(each, _ -> new LinkedHashSet<>()).add(resource.id());
      }
    }
    return versioned;
  }

  public void remove(String id) {
    written.put(id, Optional.empty());
  }

  public void later(Duration delay, Event event, String target) {
    addedJobs.add(new Job(ids.next(), now.plus(delay), event, target));
  }

  public void done(Job job) {
    doneJobs.add(job.number());
  }

  public void effect(Effect.Action action, String clusterId, Map<String, Object> object) {
    addedEffects.add(new Effect(ids.next(), action, clusterId, object));
  }

  public void remember(String token, Doc answer) {
    remembered.put(token, answer);
  }

  @Override
  public Optional<Resource> get(String id) {
    var change = written.get(id);
    return change != null ? change : base.get(id);
  }

  @Override
  public Collection<Resource> all(String kind) {
    var merged = new TreeMap<Long, Resource>();
    base.all(kind).forEach(resource -> merged.put(resource.order(), resource));
    written.forEach((id, change) -> {
      base.get(id).ifPresent(old -> merged.remove(old.order()));
      change
          .filter(resource -> resource.kind().equals(kind))
          .ifPresent(resource -> merged.put(resource.order(), resource));
    });
    return merged.values();
  }

  @Override
  public Collection<Resource> referrers(String id) {
    var found = new ArrayList<Resource>();
    base.referrers(id).stream().filter(each -> !written.containsKey(each.id())).forEach(found::add);
    for (String each : mentions.getOrDefault(id, Set.of())) {
      written
          .getOrDefault(each, Optional.empty())
          .filter(resource -> resource.body().ocids().contains(id))
          .ifPresent(found::add);
    }
    return found;
  }

  @Override
  public Optional<Doc> remembered(String token) {
    return Optional.ofNullable(remembered.get(token)).or(() -> base.remembered(token));
  }

  @Override
  public List<String> tokensBefore(Instant instant) {
    return base.tokensBefore(instant);
  }

  @Override
  public List<Job> jobs() {
    return base.jobs();
  }

  @Override
  public List<Effect> effects() {
    return base.effects();
  }

  @Override
  public long counter() {
    return ids.counter();
  }

  public Changes changes() {
    var forgotten =
        remembered.isEmpty() ? List.<String>of() : base.tokensBefore(now.minus(TOKEN_LIFE));
    return new Changes(
        written, addedJobs, doneJobs, addedEffects, Set.of(), remembered, forgotten, ids.counter());
  }
}
