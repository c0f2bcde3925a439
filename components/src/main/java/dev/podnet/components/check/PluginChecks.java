package dev.podnet.components.check;

import dev.podnet.components.check.Subject.At;
import dev.podnet.components.config.AddonConfig;
import dev.podnet.components.config.ClusterConfig;
import dev.podnet.components.config.ClusterConfig.ClusterType;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.PoolConfig;
import dev.podnet.components.config.PoolConfig.Cni;
import dev.podnet.components.config.RuntimeConfig.Guard;
import dev.podnet.components.config.SettingPath;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Add-ons, and what the version of Oracle's CNI allows on the pools that run it. */
final class PluginChecks {
  private static final String CNI_ADDON = "OciVcnIpNative";
  private static final Version NO_AUTO_UPDATE = new Version(2, 3, 0);
  private static final Version PROFILES = new Version(3, 0, 0);
  private static final Version MANY_ADDRESSES = new Version(3, 2, 0);
  private static final int FEW_ADDRESSES = 16;
  private static final Set<String> CNI_KEYS =
      Set.of(
          "affinity",
          "nodeSelectors",
          "numOfReplicas",
          "rollingUpdate",
          "tolerations",
          "topologySpreadConstraints",
          "install-cni-ips.ContainerResources");

  private PluginChecks() {}

  private static SettingPath cluster(String key) {
    return SettingPath.of("cluster").key(key);
  }

  private static Optional<Version> plugin(Subject subject) {
    return subject.config().cluster().cniVersion().flatMap(Version::parse);
  }

  private static boolean isBefore(Subject subject, Version version) {
    return plugin(subject).filter(v -> v.isBefore(version)).isPresent();
  }

  /** Pools that run Oracle's plugin; podnet's own is not bound to its versions. */
  private static Stream<At<PoolConfig>> pools(Subject subject) {
    return subject.pools().filter(p -> p.value().cni() == Cni.ORACLE);
  }

  static Stream<Finding> form(Subject subject) {
    return subject.config().cluster().cniVersion().stream()
        .filter(v -> Version.parse(v).isEmpty())
        .map(v ->
            Finding.error(
                "cni-version",
                cluster("cniVersion").toString(),
                "'" + v + "' is no version of the plugin.",
                "Write it quoted and whole, like \"3.2.0\", without a build number.",
                Sources.ADDONS));
  }

  static Stream<Finding> profiles(Subject subject) {
    return pools(subject)
        .filter(p -> !p.value().profiles().isEmpty() && isBefore(subject, PROFILES))
        .map(p ->
            Finding.error(
                "profiles-need-plugin",
                p.path().key("profiles").toString(),
                "VNIC profiles need plugin 3.0.0 or later.",
                "Set podnet:cluster.cniVersion to \"3.0.0\" or later, or leave it out.",
                Sources.KARPENTER));
  }

  static Stream<Finding> manyAddresses(Subject subject) {
    return pools(subject)
        .flatMap(Subject::profiles)
        .filter(p -> p.value().ipCount() > FEW_ADDRESSES && isBefore(subject, MANY_ADDRESSES))
        .map(p ->
            Finding.error(
                "ip-count-needs-plugin",
                p.path().key("ipCount").toString(),
                "More than 16 addresses on a VNIC need plugin 3.2.0 or later; 32 is the default.",
                "Set ipCount to 16 or less, or podnet:cluster.cniVersion to \"3.2.0\" or later.",
                Sources.KARPENTER));
  }

  static Stream<Finding> multus(Subject subject) {
    return subject.config().cluster().multus() && isBefore(subject, MANY_ADDRESSES)
        ? Stream.of(
            Finding.error(
                "multus-needs-plugin",
                cluster("multus").toString(),
                "More interfaces through Multus need plugin 3.2.0 or later.",
                "Set podnet:cluster.cniVersion to \"3.2.0\" or later, or leave it out.",
                Sources.NPN))
        : Stream.empty();
  }

  static Stream<Finding> autoUpdate(Subject subject) {
    return subject.config().cluster().cniAutoUpdate() && !isBefore(subject, NO_AUTO_UPDATE)
        ? Stream.of(
            Finding.error(
                "cni-auto-update",
                cluster("cniAutoUpdate").toString(),
                "From version 2.3.0 on Oracle never updates the plugin by itself, and a cluster"
                    + " starts with the newest.",
                "Remove it; renew nodes, or run podnetctl update, to update the plugin.",
                Sources.NPN))
        : Stream.empty();
  }

  static Stream<Finding> keys(Subject subject) {
    boolean packaged = subject.pools().anyMatch(p -> p.value().cni() == Cni.PACKAGED);
    return subject.config().cluster().cniConfiguration().keySet().stream()
        .sorted()
        .filter(key -> !CNI_KEYS.contains(key) || (packaged && key.equals("affinity")))
        .map(key ->
            Finding.error(
                "cni-setting",
                cluster("cniConfiguration").key(key).toString(),
                CNI_KEYS.contains(key)
                    ? "podnet sets it, to keep Oracle's CNI off packaged nodes."
                    : "Oracle's CNI add-on has no such setting.",
                "Remove it; there are "
                    + String.join(", ", CNI_KEYS.stream().sorted().toList())
                    + ".",
                Sources.ADDONS));
  }

  static Stream<Finding> onBasic(Subject subject) {
    ClusterConfig config = subject.config().cluster();
    Stream<SettingPath> asked =
        Stream.of(
                config.cniVersion().map(v -> cluster("cniVersion")),
                Optional.of(cluster("cniConfiguration"))
                    .filter(p -> !config.cniConfiguration().isEmpty()),
                Optional.of(cluster("addons")).filter(p -> !config.addons().isEmpty()))
            .flatMap(Optional::stream);
    return asked
        .filter(path -> config.type() == ClusterType.BASIC)
        .map(path ->
            Finding.error(
                "addons-on-basic",
                path.toString(),
                "A basic cluster's add-ons cannot be chosen or configured.",
                "Set podnet:cluster.type to enhanced, or remove it.",
                Sources.ADDONS));
  }

  static Stream<Finding> cniAmongAddons(Subject subject) {
    return Subject.at(subject.config().cluster().addons(), cluster("addons"))
        .filter(a -> a.value().name().equals(CNI_ADDON))
        .map((At<AddonConfig> a) ->
            Finding.error(
                "cni-among-addons",
                a.path().key("name").toString(),
                "The CNI add-on has settings of its own.",
                "Use cniVersion and cniConfiguration instead.",
                ""));
  }

  static Stream<Finding> guard(Subject subject) {
    return subject.config().runtime().stream()
        .filter(r -> r.guard() == Guard.DOCUMENTED)
        .filter(r -> plugin(subject).filter(v -> !v.isBefore(NO_AUTO_UPDATE)).isPresent())
        .map(r ->
            Finding.error(
                "guard-is-oracles",
                SettingPath.of("runtime").key("guard").toString(),
                "From version 2.3.0 on the plugin brings a guard under these names, and it is"
                    + " Oracle's.",
                "Remove it: beside is the default.",
                Sources.NPN));
  }
}
