package dev.podnet.components.check;

import dev.podnet.components.check.Subject.At;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.SubnetConfig;
import dev.podnet.components.plan.SubnetAddresses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether subnets have room for the nodes and pods planned for them. */
final class AddressChecks {
  /** Pools that a message names: the largest; a stack may have hundreds. */
  private static final int NAMED = 5;

  private static final String COUNTED =
      " (nodes × addresses, a VNIC's own after the +; nodes that an autoscaler or cycling adds are"
          + " counted)";

  private AddressChecks() {}

  static Stream<Finding> room(Subject subject) {
    return subnets(subject)
        .flatMap(s ->
            switch (s.value().fit()) {
              case ALWAYS -> Stream.empty();
              case AT_BEST -> Stream.of(tight(s));
              case NEVER -> Stream.of(tooSmall(s));
              case UNKNOWN -> Stream.of(unknown(s));
            });
  }

  private static Stream<At<SubnetAddresses>> subnets(Subject subject) {
    Map<String, At<SubnetConfig>> declared = subject.subnetsByName();
    return subject.plan().addresses().stream()
        .flatMap(a ->
            Optional.ofNullable(declared.get(a.subnet()))
                // A new one without blocks is told already.
                .filter(s -> s.value().id().isPresent() || !s.value().cidrs().isEmpty())
                .stream()
                .map(s -> new At<>(a, s.path().key("cidrs"))));
  }

  private static Finding tooSmall(At<SubnetAddresses> at) {
    SubnetAddresses subnet = at.value();
    return Finding.error(
        "subnet-too-small",
        at.path().toString(),
        named(subnet)
            + " has no room for "
            + subnet.best()
            + " addresses in aligned blocks; "
            + subnet.usable().orElse(0L)
            + " are usable. It needs "
            + Breakdown.shares(subnet.shares(), NAMED)
            + COUNTED
            + ".",
        AddressFixes.of(subnet, false),
        Sources.NPN);
  }

  private static Finding tight(At<SubnetAddresses> at) {
    SubnetAddresses subnet = at.value();
    return Finding.warning(
        "subnet-tight",
        at.path().toString(),
        named(subnet)
            + " has room for "
            + subnet.best()
            + " addresses only as long as no single address or smaller block lands in an aligned"
            + " block that is needed; at worst "
            + subnet.worst()
            + " are out of reach. It needs "
            + Breakdown.shares(subnet.shares(), NAMED)
            + COUNTED
            + ".",
        AddressFixes.of(subnet, true),
        Sources.NPN);
  }

  private static Finding unknown(At<SubnetAddresses> at) {
    SubnetAddresses subnet = at.value();
    return Finding.warning(
        "subnet-room-unknown",
        at.path().toString(),
        "'"
            + subnet.subnet()
            + "' exists and its blocks are not written here, so that nobody knows whether it has"
            + " room for "
            + subnet.best()
            + " addresses: "
            + Breakdown.shares(subnet.shares(), NAMED)
            + COUNTED
            + ".",
        "Write its blocks as cidrs; nothing is changed by that.",
        "");
  }

  /** A pool that changes between a pod subnet and profiles is made anew before the old one goes. */
  static Stream<Finding> replacement(Subject subject) {
    return subnets(subject)
        .flatMap(s -> {
          List<String> pools =
              s.value().irreplaceable().stream()
                  .map(share -> "pool '" + share.pool().name() + "'")
                  .toList();
          return pools.isEmpty() ? Stream.empty() : Stream.of(replacement(s, pools));
        });
  }

  private static Finding replacement(At<SubnetAddresses> subnet, List<String> pools) {
    return Finding.warning(
        "no-room-to-replace",
        subnet.path().toString(),
        named(subnet.value())
            + " has no room for old and new nodes side by side, as a change between a pod subnet"
            + " and profiles needs them, of "
            + Breakdown.first(pools, NAMED)
            + ".",
        replacementFix(subnet.value()),
        "");
  }

  private static String replacementFix(SubnetAddresses subnet) {
    return subnet
            .prefixToReplace()
            .map(prefix -> "Give it a block of /" + prefix + " or larger, or accept")
            .orElse("Accept")
        + " this under podnet:allow and replace such a pool by a new one of another name, with"
        + " subnets of its own.";
  }

  private static String named(SubnetAddresses subnet) {
    return "'" + subnet.subnet() + "' " + subnet.blocks();
  }
}
