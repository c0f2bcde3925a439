package dev.podnet.components.check;

import dev.podnet.components.plan.AddressShare;
import dev.podnet.components.plan.SubnetAddresses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What makes pools fit into a subnet that is short of addresses: a larger subnet, or less. */
final class AddressFixes {
  private AddressFixes() {}

  /** A sentence; {@code always} asks for room wherever VNICs' own addresses land. */
  static String of(SubnetAddresses subnet, boolean always) {
    List<String> fixes = new ArrayList<>();
    subnet
        .prefix(always)
        .ifPresent(prefix -> fixes.add("give it one block of /" + prefix + " or larger"));
    if (always && subnet.blocks().size() == 1) {
      fixes.add("give it a second block, for VNICs' own addresses");
    }
    // The largest gives most.
    AddressShare largest = subnet.shares().get(0);
    subnet.nodes(largest, always).ifPresent(nodes -> fixes.add(size(largest, nodes)));
    ipCount(subnet, largest, always).ifPresent(fixes::add);
    if (fixes.isEmpty()) {
      fixes.add("spread the pools over several subnets");
    }
    return sentence(fixes);
  }

  private static String size(AddressShare share, int nodes) {
    return "lower pool '" + share.pool().name() + "' to " + setting(share, nodes) + " at most";
  }

  private static String setting(AddressShare share, int nodes) {
    boolean grows = share.pool().capacity().mostNodes() > share.pool().size();
    if (!grows) {
      return "size " + nodes;
    }
    return (nodes < share.pool().size() ? "size and maxSize " : "maxSize ") + nodes;
  }

  private static Optional<String> ipCount(
      SubnetAddresses subnet, AddressShare share, boolean always) {
    return share
        .profiles()
        .max(Comparator.comparingInt(p -> p.ipCount()))
        .flatMap(profile ->
            subnet
                .ipCount(share, profile, always)
                .map(count ->
                    "lower ipCount of its profile '"
                        + profile.name()
                        + "' to "
                        + count
                        + " at most"));
  }

  private static String sentence(List<String> fixes) {
    String all = String.join(", or ", fixes);
    return Character.toUpperCase(all.charAt(0)) + all.substring(1) + ".";
  }
}
