package dev.podnet.sim.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A state in which some resources are as they were.
 *
 * @param past by id; empty where there was none
 */
public record PastState(State base, Map<String, Optional<Resource>> past) implements State {
  @Override
  public Optional<Resource> get(String id) {
    var then = past.get(id);
    return then == null ? base.get(id) : then;
  }

  @Override
  public Collection<Resource> all(String kind) {
    var found = new TreeMap<Long, Resource>();
    base.all(kind).stream()
        .filter(each -> !past.containsKey(each.id()))
        .forEach(each -> found.put(each.order(), each));
    past.values().stream()
        .flatMap(Optional::stream)
        .filter(each -> each.kind().equals(kind))
        .forEach(each -> found.put(each.order(), each));
    return found.values();
  }

  @Override
  public Collection<Resource> referrers(String id) {
    var found = new ArrayList<Resource>();
    base.referrers(id).stream().filter(each -> !past.containsKey(each.id())).forEach(found::add);
    past.values().stream()
        .flatMap(Optional::stream)
        .filter(each -> !each.id().equals(id) && each.body().ocids().contains(id))
        .forEach(found::add);
    return found;
  }

  @Override
  public Optional<Doc> remembered(String token) {
    return base.remembered(token);
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
    return base.counter();
  }
}
