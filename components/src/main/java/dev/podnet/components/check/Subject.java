package dev.podnet.components.check;

import dev.podnet.components.config.PoolConfig;
import dev.podnet.components.config.ProfileConfig;
import dev.podnet.components.config.SettingPath;
import dev.podnet.components.config.StackConfig;
import dev.podnet.components.config.SubnetConfig;
import dev.podnet.components.config.VirtualPoolConfig;
import dev.podnet.components.plan.Catalog;
import dev.podnet.components.plan.Plan;
import dev.podnet.components.plan.PoolPlan;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is checked: the settings, the plan made of them, and the tables it was made with. */
public record Subject(StackConfig config, Plan plan, Catalog catalog) {

  /** Something of the settings and where it stands. */
  record At<T>(T value, SettingPath path) {}

  Stream<At<SubnetConfig>> subnets() {
    return at(config.network().subnets(), SettingPath.of("network").key("subnets"));
  }

  Stream<At<PoolConfig>> pools() {
    return at(config.pools(), SettingPath.of("pools"));
  }

  Stream<At<VirtualPoolConfig>> virtualPools() {
    return at(config.virtualPools(), SettingPath.of("virtualPools"));
  }

  static Stream<At<ProfileConfig>> profiles(At<PoolConfig> pool) {
    return at(pool.value().profiles(), pool.path().key("profiles"));
  }

  /** A pool as it is set and as it is planned. */
  record Planned(PoolConfig config, PoolPlan plan) {}

  Stream<At<Planned>> plannedPools() {
    List<Planned> pools =
        IntStream.range(0, config.pools().size())
            .mapToObj(i -> new Planned(config.pools().get(i), plan.pools().get(i)))
            .toList();
    return at(pools, SettingPath.of("pools"));
  }

  /** Subnets and where they stand; the first where a name is taken twice. */
  Map<String, At<SubnetConfig>> subnetsByName() {
    return subnets().collect(Collectors.toMap(s -> s.value().name(), s -> s, (a, b) -> a));
  }

  static <T> Stream<At<T>> at(List<T> list, SettingPath path) {
    return IntStream.range(0, list.size()).mapToObj(i -> new At<>(list.get(i), path.index(i)));
  }
}
