package dev.podnet.ipam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podnet.ip.Ip;
import dev.podnet.ipam.Outcome.Granted;
import dev.podnet.ipam.Outcome.Reason;
import dev.podnet.ipam.Outcome.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random lives of a node against a model without queues or states: lists that are searched. */
class PoolModelTest {
  private static final Duration COOLDOWN = Duration.ofSeconds(30);

  /** What the model knows: the source, who has what, and when each address became free. */
  private final Map<String, Optional<String>> resources = new HashMap<>();

  private final Map<Ip, String> listed = new HashMap<>();
  private final Map<Owner, Ip> held = new HashMap<>();
  private final Set<Ip> draining = new HashSet<>();
  private final Map<Ip, String> origin = new HashMap<>();
  private final Map<Ip, Instant> freed = new HashMap<>();
  private final Pool pool = new Pool(COOLDOWN);
  private Instant now = Instant.EPOCH;

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void itDoesWhatTheModelAllows(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    source(random);
    for (int step = 0; step < 400; step++) {
      now = now.plusSeconds(random.nextInt(4));
      Owner owner = new Owner("oci", "c" + random.nextInt(30), "eth0");
      switch (random.nextInt(10)) {
        case 0, 1, 2, 3 -> take(owner, wish(random), "seed " + seed + " step " + step);
        case 4, 5, 6 -> release(owner);
        case 7, 8 -> drain(random);
        default -> {
          if (random.nextInt(4) == 0) {
            source(random);
          }
        }
      }
      agree("seed " + seed + " step " + step);
    }
  }

  private static Optional<String> wish(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> Optional.of("a");
      case 1 -> Optional.of("b");
      default -> Optional.empty();
    };
  }

  /** Each address of 24 in one profile of three, or in none. */
  private void source(SplittableRandom random) {
    Map<Ip, String> before = Map.copyOf(listed);
    listed.clear();
    resources.clear();
    Map<String, List<PodAddress>> addresses = new HashMap<>();
    for (int i = 0; i < 24; i++) {
      int profile = random.nextInt(4);
      if (profile < 3) {
        Ip ip = Ip.of("10.0.0.0").plus(i);
        listed.put(ip, "v" + profile);
        addresses.computeIfAbsent("v" + profile, k -> new ArrayList<>()).add(PodAddress.of(ip));
      }
    }
    List<Profile> profiles = new ArrayList<>();
    addresses.forEach((id, list) -> {
      Optional<String> resource =
          id.equals("v0")
              ? Optional.of("a")
              : id.equals("v1") ? Optional.of("b") : Optional.empty();
      resources.put(id, resource);
      profiles.add(new Profile(id, resource, list));
    });
    freed.keySet().removeIf(ip -> !Objects.equals(listed.get(ip), before.get(ip)));
    pool.update(profiles);
  }

  private void take(Owner owner, Optional<String> wish, String where) {
    Outcome outcome = pool.take(owner, wish, now);
    List<Ip> free = listed.keySet().stream().filter(ip -> !inUse(ip)).toList();
    List<Ip> suitable =
        free.stream().filter(ip -> wish.isEmpty() || resource(ip).equals(wish)).toList();
    switch (outcome) {
      case Granted granted when held.containsKey(owner) ->
          assertThat(granted.address()).as(where).isEqualTo(PodAddress.of(held.get(owner)));
      case Granted granted -> {
        Ip ip = granted.address().ips().getFirst();
        assertThat(suitable).as(where).contains(ip);
        if (wish.isEmpty() && free.stream().anyMatch(other -> resource(other).isEmpty())) {
          assertThat(resource(ip)).as(where).isEmpty();
        }
        Ip longest =
            free.stream()
                .filter(other -> Objects.equals(listed.get(other), listed.get(ip)))
                .min(Comparator.comparing(this::freedAt))
                .orElseThrow();
        assertThat(freedAt(ip)).as(where).isEqualTo(freedAt(longest));
        assertThat(granted.early()).as(where).isEqualTo(freedAt(ip).plus(COOLDOWN).isAfter(now));
        held.put(owner, ip);
        origin.put(ip, granted.profile());
      }
      case Refused refused -> {
        assertThat(suitable).as(where).isEmpty();
        boolean known = wish.isEmpty() || resources.containsValue(wish);
        assertThat(refused.reason() == Reason.NO_PROFILE).as(where).isEqualTo(!known);
      }
    }
  }

  private Optional<String> resource(Ip ip) {
    return resources.getOrDefault(listed.get(ip), Optional.empty());
  }

  /** Never used is long ago. */
  private Instant freedAt(Ip ip) {
    return freed.getOrDefault(ip, Instant.EPOCH.minus(COOLDOWN.multipliedBy(2)));
  }

  private boolean inUse(Ip ip) {
    return held.containsValue(ip) || draining.contains(ip);
  }

  private void release(Owner owner) {
    Ip ip = held.remove(owner);
    assertThat(pool.release(owner)).isEqualTo(Optional.ofNullable(ip).map(PodAddress::of));
    if (ip != null) {
      draining.add(ip);
    }
  }

  private void drain(SplittableRandom random) {
    for (Ip ip : List.copyOf(draining)) {
      if (random.nextBoolean()) {
        draining.remove(ip);
        pool.gone(PodAddress.of(ip), now);
        if (Objects.equals(listed.get(ip), origin.get(ip))) {
          freed.put(ip, now);
        }
      }
    }
  }

  private void agree(String where) {
    List<Usage> usage = pool.usage(now);
    assertThat(usage.stream().mapToInt(Usage::held).sum()).as(where).isEqualTo(held.size());
    assertThat(usage.stream().mapToInt(Usage::draining).sum()).as(where).isEqualTo(draining.size());
    assertThat(usage.stream().mapToInt(u -> u.free() + u.cooling()).sum())
        .as(where)
        .isEqualTo((int) listed.keySet().stream().filter(ip -> !inUse(ip)).count());
    assertThat(new HashSet<>(held.values())).as(where).hasSameSizeAs(held.values());
  }
}
