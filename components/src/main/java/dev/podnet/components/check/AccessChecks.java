package dev.podnet.components.check;

import dev.podnet.components.config.AccessConfig;
import dev.podnet.components.config.AccessConfig.Tier;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.NetworkConfig;
import dev.podnet.components.config.PoolConfig.Cni;
import dev.podnet.components.config.SettingPath;
import dev.podnet.components.plan.AccessPlan;
import dev.podnet.components.plan.StatementPlan;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** IAM: what statements cannot be written without. */
final class AccessChecks {
  private static final SettingPath ACCESS = SettingPath.of("access");
  private static final int LONGEST_WAIT = 600;

  private AccessChecks() {}

  private static AccessConfig access(Subject subject) {
    return subject.config().access().orElseGet(AccessConfig::defaults);
  }

  static Stream<Finding> broadWithoutTenancy(Subject subject) {
    return subject.config().access().stream()
        .filter(access -> access.tier() == Tier.BROAD && access.tenancy().isEmpty())
        .map(access ->
            Finding.error(
                "broad-without-tenancy",
                ACCESS.key("tenancy").toString(),
                "Statements for the whole tenancy are attached to it, and it is not named.",
                "Set it to the tenancy's OCID, or podnet:access.tier to narrow.",
                Sources.NPN));
  }

  /** The tier that is printed is the narrow one. */
  static Stream<Finding> narrowWithoutCompartment(Subject subject) {
    NetworkConfig network = subject.config().network();
    return access(subject).tier() != Tier.BROAD
            && network.id().isPresent()
            && network.compartment().isEmpty()
        ? Stream.of(
            Finding.error(
                "narrow-without-compartment",
                SettingPath.of("network").key("compartment").toString(),
                "Narrow statements name the compartment of VCN and subnets, and that of the"
                    + " existing VCN is not said.",
                "Set it to the OCID of the VCN's compartment, or podnet:access.tier to broad.",
                Sources.NPN))
        : Stream.empty();
  }

  static Stream<Finding> virtualWithoutTenancy(Subject subject) {
    return isCreatedWithoutTenancy(subject) && !subject.config().virtualPools().isEmpty()
        ? Stream.of(
            Finding.error(
                "virtual-without-tenancy",
                ACCESS.key("tenancy").toString(),
                "The policy of virtual nodes belongs to the root compartment, and the tenancy is"
                    + " not named.",
                "Set it to the tenancy's OCID, or podnet:access.tier to print.",
                Sources.VIRTUAL_POLICIES))
        : Stream.empty();
  }

  static Stream<Finding> groupWithoutTenancy(Subject subject) {
    return isCreatedWithoutTenancy(subject) && subject.plan().access().group().isPresent()
        ? Stream.of(
            Finding.error(
                "dynamic-group-without-tenancy",
                ACCESS.key("tenancy").toString(),
                "Nodes with permissions of their own need a dynamic group; such groups belong to"
                    + " the tenancy, and it is not named.",
                "Set it to the tenancy's OCID, or podnet:access.dynamicGroup to a group that"
                    + " exists.",
                Sources.SELF_MANAGED))
        : Stream.empty();
  }

  /** A failing pool would not say which statement it lacks: OCI answers with one code for all. */
  static Stream<Finding> onlyPrinted(Subject subject) {
    AccessPlan plan = subject.plan().access();
    return plan.created() || plan.statements().isEmpty()
        ? Stream.empty()
        : Stream.of(
            Finding.warning(
                "statements-only-printed",
                ACCESS.key("tier").toString(),
                "The stack attaches no statement, and a pool fails with NotAuthorizedOrNotFound"
                    + " where one of these is missing: "
                    + plan.statements().stream()
                        .map(StatementPlan::key)
                        .collect(Collectors.joining(", "))
                    + ".",
                "Have an administrator attach those of the output 'statements', then accept this"
                    + " warning under podnet:allow.",
                Sources.NPN));
  }

  private static boolean isCreatedWithoutTenancy(Subject subject) {
    return access(subject).tier() != Tier.PRINT && access(subject).tenancy().isEmpty();
  }

  static Stream<Finding> wait(Subject subject) {
    int seconds = access(subject).propagationSeconds();
    return seconds >= 0 && seconds <= LONGEST_WAIT
        ? Stream.empty()
        : Stream.of(
            Finding.error(
                "propagation-seconds",
                ACCESS.key("propagationSeconds").toString(),
                "Pools cannot wait " + seconds + " seconds for new policies.",
                "Use 0 to 600.",
                ""));
  }

  static Stream<Finding> secondSource(Subject subject) {
    return access(subject).secondSource()
            && subject.config().pools().stream().noneMatch(p -> p.cni() == Cni.PACKAGED)
        ? Stream.of(
            Finding.warning(
                "second-source-unused",
                ACCESS.key("secondSource").toString(),
                "No pool has the packaged CNI, so no node asks for itself.",
                "Remove it, or set a pool's cni to packaged.",
                ""))
        : Stream.empty();
  }
}
