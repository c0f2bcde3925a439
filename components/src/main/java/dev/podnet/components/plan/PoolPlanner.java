package dev.podnet.components.plan;

import dev.podnet.components.config.NodeConfig;
import dev.podnet.components.config.PoolConfig;
import dev.podnet.components.config.PoolConfig.Cni;
import dev.podnet.components.config.PoolConfig.Kind;
import dev.podnet.components.config.ProfileConfig;
import dev.podnet.components.config.StackConfig;
import dev.podnet.components.plan.PoolPlan.NodePlan;
import dev.podnet.components.plan.PoolPlan.Pods;
import dev.podnet.components.plan.PoolPlan.Profile;
import dev.podnet.components.plan.Shape.ImageKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The node pools and what they hold. */
final class PoolPlanner {
  /** Marks nodes whose CNI is podnet's own; set by nothing but a pool's initial labels. */
  private static final String CNI_LABEL = "podnet.dev/cni";

  private final Catalog catalog;
  private final StackConfig config;

  PoolPlanner(Catalog catalog, StackConfig config) {
    this.catalog = catalog;
    this.config = config;
  }

  List<PoolPlan> plan() {
    return config.pools().stream().map(this::plan).toList();
  }

  private PoolPlan plan(PoolConfig pool) {
    Capacity capacity = CapacityPlanner.of(pool, catalog.shape(pool.shape()));
    Map<String, String> tags = merged(config.tags(), pool.tags());
    return new PoolPlan(
        pool.name(),
        pool.kind(),
        pool.compartment().orElse(config.compartment()),
        pool.size(),
        pool.autoscaled(),
        pool.shape(),
        pool.ocpus(),
        pool.memoryGb(),
        pool.placement(),
        pool.subnet(),
        image(pool),
        node(pool, capacity),
        pool.networkLaunchType(),
        pool.cni(),
        pods(pool, capacity, tags),
        pool.cycling(),
        pool.eviction(),
        tags,
        capacity);
  }

  private ImagePlan image(PoolConfig pool) {
    return new ImagePlan(
        pool.image(),
        pool.imageName(),
        catalog.shape(pool.shape()).map(Shape::image).orElse(ImageKind.X86),
        pool.kubernetesVersion().orElse(config.cluster().kubernetesVersion()));
  }

  private NodePlan node(PoolConfig pool, Capacity capacity) {
    NodeConfig node = pool.nodes();
    boolean packaged = pool.cni() == Cni.PACKAGED;
    boolean selfManaged = pool.kind() == Kind.SELF_MANAGED;
    Map<String, String> labels = new TreeMap<>(node.labels());
    if (packaged) {
      labels.put(CNI_LABEL, "packaged");
    }
    Map<String, String> metadata = new HashMap<>(node.metadata());
    if (selfManaged) {
      metadata.putAll(SelfManaged.metadata(capacity.podsPerNode(), isDualStack(pool)));
    } else if (!node.legacyMetadataService()) {
      metadata.put("areLegacyImdsEndpointsDisabled", "true");
    }
    return new NodePlan(
        node.bootVolumeGb(),
        List.copyOf(labels.entrySet()),
        metadata,
        selfManaged
            ? Optional.of(CloudInit.joining(packaged, labels, node.cloudInit()))
            : CloudInit.of(
                packaged, pool.profiles().isEmpty() ? 0 : lowered(pool), node.cloudInit()),
        node.legacyMetadataService(),
        node.sshKey(),
        node.nsgs(),
        node.securityAttributes());
  }

  private boolean isDualStack(PoolConfig pool) {
    return config.cluster().dualStack()
        && config.network().subnets().stream()
            .anyMatch(s -> s.name().equals(pool.podSubnet().orElse(pool.subnet())) && s.hasIpv6());
  }

  private static Pods pods(PoolConfig pool, Capacity capacity, Map<String, String> tags) {
    if (pool.profiles().isEmpty()) {
      return new Pods.Standard(
          pool.podSubnet().orElse(pool.subnet()), capacity.podsPerNode(), pool.podNsgs());
    }
    return new Pods.Profiles(pool.profiles().stream().map(p -> profile(p, tags)).toList());
  }

  private static Profile profile(ProfileConfig config, Map<String, String> tags) {
    return new Profile(
        config.name(),
        config.subnet(),
        config.ipCount(),
        config.applicationResource(),
        config.nsgs(),
        config.nicIndex(),
        config.skipSourceDestCheck(),
        config.assignIpv6(),
        config.securityAttributes(),
        merged(tags, config.tags()));
  }

  /** The kubelet's limit where the user lowered it below what OKE derives from the profiles. */
  private static int lowered(PoolConfig pool) {
    int addresses = pool.profiles().stream().mapToInt(ProfileConfig::ipCount).sum();
    return pool.maxPods().filter(max -> max < addresses).orElse(0);
  }

  private static Map<String, String> merged(Map<String, String> all, Map<String, String> own) {
    Map<String, String> merged = new TreeMap<>(all);
    merged.putAll(own);
    return merged;
  }
}
