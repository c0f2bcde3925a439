package dev.podnet.components.check;

import dev.podnet.components.check.Subject.At;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.PoolConfig;
import dev.podnet.components.config.ProfileConfig;
import dev.podnet.components.config.SettingPath;
import dev.podnet.components.config.SubnetConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names: unique where they must be, and known where they are used. */
final class NameChecks {
  private NameChecks() {}

  static Stream<Finding> duplicates(Subject subject) {
    return Stream.of(
            repeated(subject.subnets().toList(), SubnetConfig::name),
            repeated(poolNames(subject), name -> name),
            subject
                .pools()
                .flatMap(pool -> repeated(Subject.profiles(pool).toList(), ProfileConfig::name)))
        .flatMap(s -> s);
  }

  private static List<At<String>> poolNames(Subject subject) {
    return Stream.concat(
            subject.pools().map(p -> new At<>(p.value().name(), p.path())),
            subject.virtualPools().map(p -> new At<>(p.value().name(), p.path())))
        .toList();
  }

  private static <T> Stream<Finding> repeated(List<At<T>> items, Function<T, String> name) {
    Map<String, SettingPath> first = new HashMap<>();
    return items.stream()
        .filter(item -> first.putIfAbsent(name.apply(item.value()), item.path()) != null)
        .map(item ->
            Finding.error(
                "duplicate-name",
                item.path().key("name").toString(),
                "The name '"
                    + name.apply(item.value())
                    + "' is taken by "
                    + first.get(name.apply(item.value()))
                    + ".",
                "Give each a name of its own.",
                ""));
  }

  static Stream<Finding> unknownSubnets(Subject subject) {
    Set<String> known = subject.subnetsByName().keySet();
    return Stream.concat(
            subject.pools().flatMap(NameChecks::subnetNames),
            subject.virtualPools().flatMap(VirtualChecks::subnetNames))
        .filter(reference -> !known.contains(reference.value()))
        .map(reference -> unknownSubnet(subject, reference));
  }

  private static Stream<At<String>> subnetNames(At<PoolConfig> pool) {
    return Stream.of(
            Stream.of(new At<>(pool.value().subnet(), pool.path().key("subnet"))),
            pool.value().podSubnet().stream()
                .map(name -> new At<>(name, pool.path().key("podSubnet"))),
            placementSubnets(pool),
            Subject.profiles(pool).map(p -> new At<>(p.value().subnet(), p.path().key("subnet"))))
        .flatMap(s -> s);
  }

  private static Stream<At<String>> placementSubnets(At<PoolConfig> pool) {
    return Subject.at(pool.value().placement(), pool.path().key("placement"))
        .flatMap(
            p -> p.value().subnet().stream().map(name -> new At<>(name, p.path().key("subnet"))));
  }

  private static Finding unknownSubnet(Subject subject, At<String> reference) {
    String known =
        subject.config().network().subnets().stream()
            .map(SubnetConfig::name)
            .collect(Collectors.joining(", "));
    return Finding.error(
        "unknown-subnet",
        reference.path().toString(),
        "No subnet is called '" + reference.value() + "'.",
        "Use one of " + known + ", or add it under podnet:network.subnets.",
        "");
  }
}
