package dev.podnet.components.check;

import dev.podnet.components.config.Finding;
import java.util.List;

/** All checks, in the order in which their findings are told. */
public final class Checks {
  private static final List<Check> ALL =
      List.of(
          NameChecks::duplicates,
          NameChecks::unknownSubnets,
          NetworkChecks::vcnBlockSize,
          NetworkChecks::outsideVcn,
          NetworkChecks::overlaps,
          NetworkChecks::neededRoles,
          NetworkChecks::publicPodSubnets,
          NetworkChecks::notRegional,
          NetworkChecks::domainNumbers,
          ExistingChecks::ocids,
          ExistingChecks::inNewVcn,
          ExistingChecks::ipv6Index,
          ExistingChecks::lists,
          RouteChecks::targets,
          RouteChecks::unattached,
          RouteChecks::twice,
          RouteChecks::internetBesideServices,
          Ipv6Checks::withoutVcn,
          Ipv6Checks::blocks,
          Ipv6Checks::twice,
          Ipv6Checks::inLists,
          RuleChecks::openIngress,
          RuleChecks::duplicates,
          RuleChecks::tooMany,
          ExtraRuleChecks::peers,
          ExtraRuleChecks::roles,
          ExtraRuleChecks::adopted,
          ExtraRuleChecks::ports,
          ExtraRuleChecks::icmp,
          ExtraRuleChecks::reasons,
          ClusterChecks::packagedOnBasic,
          ClusterChecks::packagedWithoutImage,
          ClusterChecks::broadWithoutTenancy,
          VersionChecks::form,
          VersionChecks::floor,
          VersionChecks::dualStack,
          VersionChecks::mesh,
          VersionChecks::skew,
          PluginChecks::form,
          PluginChecks::profiles,
          PluginChecks::manyAddresses,
          PluginChecks::multus,
          PluginChecks::autoUpdate,
          PluginChecks::keys,
          PluginChecks::onBasic,
          PluginChecks::cniAmongAddons,
          PluginChecks::guard,
          PoolChecks::mixedModes,
          PoolChecks::shape,
          PoolChecks::tooManyProfiles,
          PoolChecks::maxPods,
          PoolChecks::everyPoolTainted,
          NodeChecks::image,
          NodeChecks::startUp,
          NodeChecks::metadata,
          NodeChecks::ranges,
          NodeChecks::scaling,
          NodeChecks::cycling,
          ProfileChecks::ipCountRange,
          ProfileChecks::ipCountPowerOfTwo,
          ProfileChecks::ipCountSum,
          ProfileChecks::singleBlock,
          ProfileChecks::securityGroups,
          ProfileChecks::publicAddresses,
          ProfileChecks::securityAttributes,
          ProfileChecks::applicationResources,
          InterfaceChecks::withoutMultus,
          InterfaceChecks::unknownProfiles,
          InterfaceChecks::unbounded,
          AddressChecks::room,
          AddressChecks::replacement);

  private Checks() {}

  /** Everything that is wrong, and what is only doubtful. */
  public static List<Finding> check(Subject subject) {
    return ALL.stream().flatMap(check -> check.find(subject)).toList();
  }
}
