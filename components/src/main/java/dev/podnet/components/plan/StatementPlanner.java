package dev.podnet.components.plan;

import dev.podnet.components.config.AccessConfig;
import dev.podnet.components.config.AccessConfig.Tier;
import dev.podnet.components.config.ProfileConfig;
import dev.podnet.components.config.StackConfig;
import dev.podnet.components.net.Cidr;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses the IAM statements that a stack needs, and says where each is attached. */
final class StatementPlanner {
  private static final String NETWORK = "${compartment.network}";
  private static final String NODES = "${compartment.nodePools}";

  private final StackConfig config;
  private final AccessConfig access;
  private final List<String> nodeCompartments;

  private StatementPlanner(StackConfig config) {
    this.config = config;
    this.access = config.access().orElseGet(AccessConfig::defaults);
    this.nodeCompartments =
        config.pools().stream()
            .map(pool -> pool.compartment().orElse(config.compartment()))
            .distinct()
            .toList();
  }

  static AccessPlan plan(List<StatementRow> rows, StackConfig config) {
    StatementPlanner planner = new StatementPlanner(config);
    return new AccessPlan(
        planner.access.tier() != Tier.PRINT,
        rows.stream().filter(planner::isWanted).flatMap(planner::statements).toList());
  }

  private boolean isWanted(StatementRow row) {
    // The printed statements are for an administrator to copy: as narrow as can be.
    String tier = access.tier() == Tier.BROAD ? "broad" : "narrow";
    return (row.tier().equals(tier) || row.tier().equals("any"))
        && switch (row.when()) {
          case "ipv6" -> hasIpv6();
          case "otherCompartment" -> isSpread();
          default -> false;
        };
  }

  private boolean hasIpv6() {
    return config.cluster().dualStack()
        || config.network().subnets().stream()
            .flatMap(subnet -> subnet.cidrs().stream())
            .anyMatch(Cidr::isIpv6)
        || config.pools().stream()
            .flatMap(pool -> pool.profiles().stream())
            .anyMatch(ProfileConfig::assignIpv6);
  }

  /** Whether something of the cluster lies in another compartment than the cluster itself. */
  private boolean isSpread() {
    return !Stream.concat(Stream.of(config.networkCompartment()), nodeCompartments.stream())
        .allMatch(config.compartment()::equals);
  }

  private Stream<StatementPlan> statements(StatementRow row) {
    if (row.statement().contains(NODES)) {
      return nodeCompartments.stream().map(c -> statement(row, key(row, c), NODES, c));
    }
    Optional<String> tenancy =
        row.statement().contains(" in tenancy ") ? access.tenancy() : Optional.empty();
    return Stream.of(
        tenancy
            .map(t -> statement(row, row.key(), NETWORK, t))
            .orElseGet(() -> statement(row, row.key(), NETWORK, config.networkCompartment())));
  }

  private String key(StatementRow row, String compartment) {
    int i = nodeCompartments.indexOf(compartment);
    return i == 0 ? row.key() : row.key() + "-" + (i + 1);
  }

  private static StatementPlan statement(
      StatementRow row, String key, String placeholder, String compartment) {
    String text = row.statement().replace(placeholder, compartment);
    return new StatementPlan(key, compartment, text, row.why());
  }
}
