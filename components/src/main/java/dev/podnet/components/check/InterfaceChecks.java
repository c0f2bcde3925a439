package dev.podnet.components.check;

import dev.podnet.components.check.Subject.At;
import dev.podnet.components.check.Subject.Planned;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.InterfacesConfig;
import dev.podnet.components.config.PoolConfig;
import dev.podnet.components.config.ProfileConfig;
import dev.podnet.components.plan.Capacity;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The interfaces that pods have through Multus. */
final class InterfaceChecks {
  private InterfaceChecks() {}

  static Stream<Finding> withoutMultus(Subject subject) {
    return subject
        .pools()
        .filter(p -> p.value().interfaces().isPresent())
        .filter(p -> !subject.config().cluster().multus())
        .map(p ->
            Finding.error(
                "interfaces-without-multus",
                p.path().key("interfaces").toString(),
                "Only Multus gives pods more than one interface, and this cluster runs without.",
                "Set podnet:cluster.multus to true, or remove interfaces.",
                Sources.NPN));
  }

  static Stream<Finding> unknownProfiles(Subject subject) {
    return subject.pools().flatMap(InterfaceChecks::unknownProfiles);
  }

  private static Stream<Finding> unknownProfiles(At<PoolConfig> pool) {
    Set<String> known =
        pool.value().profiles().stream().map(ProfileConfig::name).collect(Collectors.toSet());
    return pool.value().interfaces().stream()
        .map(i -> new At<>(i, pool.path().key("interfaces")))
        .flatMap(InterfaceChecks::profiles)
        .filter(profile -> !known.contains(profile.value()))
        .map(profile ->
            Finding.error(
                "unknown-profile",
                profile.path().toString(),
                "The pool has no VNIC profile called '" + profile.value() + "'.",
                known.isEmpty()
                    ? "Give the pool profiles: interfaces select among them."
                    : "Use one of "
                        + String.join(", ", known.stream().sorted().toList())
                        + ", or add it under profiles.",
                ""));
  }

  private static Stream<At<String>> profiles(At<InterfacesConfig> interfaces) {
    return Stream.concat(
        interfaces.value().primary().stream()
            .map(name -> new At<>(name, interfaces.path().key("primary"))),
        Subject.at(interfaces.value().extra(), interfaces.path().key("extra")));
  }

  /** OKE derives the kubelet's limit from all addresses, as if each pod took one. */
  static Stream<Finding> unbounded(Subject subject) {
    return subject
        .plannedPools()
        .filter(p -> p.value().config().interfaces().isPresent())
        .filter(p -> p.value().config().maxPods().isEmpty())
        .filter(p -> p.value().plan().capacity().room() < addresses(p))
        .map(p -> {
          Capacity capacity = p.value().plan().capacity();
          return Finding.warning(
              "interfaces-unbounded",
              p.path().key("maxPods").toString(),
              "A node has addresses for "
                  + capacity.room()
                  + " pods with all their interfaces, and its kubelet takes "
                  + Math.min(addresses(p), Capacity.MAX_PER_NODE)
                  + ": the others would start without an address.",
              p.value().config().interfaces().get().primary().isPresent()
                  ? "Set maxPods to " + capacity.room() + " or less."
                  : "Set maxPods to "
                      + capacity.room()
                      + " or less, or name the profile of the primary interface.",
              Sources.NPN);
        });
  }

  private static int addresses(At<Planned> pool) {
    return pool.value().plan().capacity().profiles().values().stream()
        .mapToInt(Integer::intValue)
        .sum();
  }
}
