package dev.podnet.components.check;

import dev.podnet.components.config.ClusterConfig.ClusterType;
import dev.podnet.components.config.Finding;
import dev.podnet.components.config.PoolConfig.Cni;
import dev.podnet.components.config.SettingPath;
import java.util.stream.Stream;

/** The cluster, its runtime and its policies. */
final class ClusterChecks {
  private ClusterChecks() {}

  static Stream<Finding> packagedOnBasic(Subject subject) {
    return packaged(subject)
        .filter(path -> subject.config().cluster().type() == ClusterType.BASIC)
        .map(path ->
            Finding.error(
                "packaged-on-basic",
                path.toString(),
                "Oracle's CNI add-on must be kept off these nodes, and a basic cluster's add-ons"
                    + " cannot be configured.",
                "Set podnet:cluster.type to enhanced, or the pool's cni to oracle.",
                Sources.ADDONS));
  }

  static Stream<Finding> packagedWithoutImage(Subject subject) {
    return packaged(subject)
        .limit(1)
        .filter(path -> subject.config().runtime().isEmpty())
        .map(path ->
            Finding.error(
                "packaged-without-image",
                path.toString(),
                "The packaged CNI runtime has no image.",
                "Set podnet:runtime.image, by digest.",
                ""));
  }

  private static Stream<SettingPath> packaged(Subject subject) {
    return subject
        .pools()
        .filter(p -> p.value().cni() == Cni.PACKAGED)
        .map(p -> p.path().key("cni"));
  }
}
