package dev.podnet.components.check;

import dev.podnet.components.config.PoolConfig;
import dev.podnet.components.config.ProfileConfig;
import dev.podnet.components.config.SettingPath;
import dev.podnet.components.config.StackConfig;
import dev.podnet.components.config.SubnetConfig;
import dev.podnet.components.config.VirtualPoolConfig;
import dev.podnet.components.plan.Catalog;
import dev.podnet.components.plan.Plan;
import java.util.List;
import java.util.Optional;
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

  Optional<SubnetConfig> subnet(String name) {
    return config.network().subnets().stream().filter(s -> s.name().equals(name)).findFirst();
  }

  static <T> Stream<At<T>> at(List<T> list, SettingPath path) {
    return IntStream.range(0, list.size()).mapToObj(i -> new At<>(list.get(i), path.index(i)));
  }
}
