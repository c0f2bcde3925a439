package dev.podnet.components.plan;

import dev.podnet.components.config.AccessConfig;
import dev.podnet.components.config.AccessConfig.Tier;
import dev.podnet.components.config.ProfileConfig;
import dev.podnet.components.config.StackConfig;
import dev.podnet.components.net.Cidr;
import java.util.List;
import java.util.stream.Stream;

/** Chooses the IAM statements that a stack needs, and says where each is attached. */
final class StatementPlanner {
  private static final String NETWORK = "${compartment.network}";
  private static final String NODES = "${compartment.nodePools}";
  private static final String CLUSTERS = "${compartment.cluster}";
  private static final String GROUP = "${dynamicGroup}";
  private static final String VIRTUAL_NODES = "virtualNodes";
  private static final String SECOND_SOURCE = "secondSource";

  private final StackConfig config;
  private final AccessConfig access;
  private final List<String> nodeCompartments;
  private final List<String> askingCompartments;

  StatementPlanner(StackConfig config, AccessConfig access) {
    this.config = config;
    this.access = access;
    this.nodeCompartments = AccessPlanner.compartments(config, config.pools().stream());
    this.askingCompartments =
        AccessPlanner.compartments(
            config, config.pools().stream().filter(p -> AccessPlanner.asksItself(access, p)));
  }

  List<StatementPlan> plan(List<StatementRow> rows) {
    return rows.stream().filter(this::isWanted).flatMap(this::statements).toList();
  }

  private boolean isWanted(StatementRow row) {
    // The printed statements are for an administrator to copy: as narrow as can be.
    String tier = access.tier() == Tier.BROAD ? "broad" : "narrow";
    return (row.tier().equals(tier) || row.tier().equals("any"))
        && switch (row.when()) {
          case "ipv6" -> hasIpv6();
          case "otherCompartment" -> isSpread();
          case VIRTUAL_NODES -> !config.virtualPools().isEmpty();
          case "selfManaged" -> config.pools().stream().anyMatch(AccessPlanner::isSelfManaged);
          case SECOND_SOURCE -> !askingCompartments.isEmpty();
          case "secondSourceIpv6" -> !askingCompartments.isEmpty() && hasIpv6();
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
      List<String> compartments =
          row.when().equals(SECOND_SOURCE) ? askingCompartments : nodeCompartments;
      return compartments.stream()
          .map(c -> statement(row, key(row, compartments.indexOf(c)), NODES, c));
    }
    if (row.statement().contains(CLUSTERS)) {
      return Stream.of(statement(row, row.key(), CLUSTERS, config.compartment()));
    }
    String home = config.networkCompartment();
    return Stream.of(
        statement(
            row, row.key(), NETWORK, isOfTenancy(row) ? access.tenancy().orElse(home) : home));
  }

  /** Only a policy of the tenancy itself may speak of all of it, or of another tenancy. */
  private static boolean isOfTenancy(StatementRow row) {
    return row.statement().contains(" in tenancy ") || row.when().equals(VIRTUAL_NODES);
  }

  private static String key(StatementRow row, int i) {
    return i == 0 ? row.key() : row.key() + "-" + (i + 1);
  }

  private StatementPlan statement(
      StatementRow row, String key, String placeholder, String compartment) {
    String text =
        row.statement()
            .replace(placeholder, compartment)
            .replace(GROUP, AccessPlanner.groupName(config, access));
    return new StatementPlan(key, compartment, text, row.why());
  }
}
