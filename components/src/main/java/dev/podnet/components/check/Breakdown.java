package dev.podnet.components.check;

import dev.podnet.components.plan.AddressShare;
import dev.podnet.components.plan.AddressShare.Part;
import java.util.List;

/** What pools need of a subnet, in a sentence. */
final class Breakdown {
  private Breakdown() {}

  /** The first shares, such as {@code pool 'a' 3 × (32 + 1)}, and how many there are besides. */
  static String shares(List<AddressShare> shares, int named) {
    return first(shares.stream().map(Breakdown::share).toList(), named);
  }

  static String first(List<String> all, int named) {
    String told = String.join(", ", all.subList(0, Math.min(named, all.size())));
    return all.size() > named ? told + " and " + (all.size() - named) + " more" : told;
  }

  private static String share(AddressShare share) {
    long peak = share.peak(share.pool().capacity().mostNodes());
    List<String> parts =
        share.parts().stream().map(p -> p.nodes(peak) + " × " + perNode(p)).toList();
    return "pool '" + share.pool().name() + "' " + String.join(" and ", parts);
  }

  private static String perNode(Part part) {
    if (part instanceof Part.Profile p) {
      return "(" + p.ipCount() + " + 1)";
    }
    return part instanceof Part.Pods p ? "(" + p.pods() + " + " + p.vnics() + ")" : "1";
  }
}
