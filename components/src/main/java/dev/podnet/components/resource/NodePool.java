package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.oci.ContainerEngine.NodePoolArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolInitialNodeLabelArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolNodeConfigDetailsArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolNodeConfigDetailsNodePoolPodNetworkOptionDetailsArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolNodeConfigDetailsPlacementConfigArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolNodeShapeConfigArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolNodeSourceDetailsArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolSecondaryVnicArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolSecondaryVnicCreateVnicDetailsArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.podnet.components.config.PoolConfig.Cni;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.plan.PoolPlan;
import dev.podnet.components.plan.PoolPlan.Pods;
import dev.podnet.components.plan.PoolPlan.Profile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A managed node pool. */
public final class NodePool extends ComponentResource {
  /** Marks nodes whose CNI is podnet's own; set by nothing but a pool's initial labels. */
  static final String CNI_LABEL = "podnet.dev/cni";

  private final com.pulumi.oci.ContainerEngine.NodePool pool;

  /**
   * Declares the pool.
   *
   * @param after what must be there first: rules, policies, the add-on's settings
   */
  public NodePool(
      String name,
      PoolPlan plan,
      PoolSurroundings around,
      List<Resource> after,
      ComponentResourceOptions options) {
    super("podnet:index:NodePool", name, options);
    this.pool =
        new com.pulumi.oci.ContainerEngine.NodePool(
            name,
            args(name, plan, around),
            CustomResourceOptions.builder()
                .parent(this)
                .dependsOn(after)
                // A pool cannot cross between the two ways of networking pods in place: the call
                // succeeds and changes nothing. A new pool comes first, then the old one goes.
                .replacementTrigger(Output.of(plan.pods().mode()))
                // Protection of the component would reach here and forbid that replacement.
                .protect(false)
                .build());
    registerOutputs(Map.of("poolId", ProfileChange.tell(name, pool, around.notes())));
  }

  public Output<String> poolId() {
    return pool.id();
  }

  private static NodePoolArgs args(String name, PoolPlan plan, PoolSurroundings around) {
    NodePoolArgs.Builder args =
        NodePoolArgs.builder()
            .compartmentId(plan.compartment())
            .clusterId(around.cluster().clusterId())
            .name(name)
            .kubernetesVersion(around.kubernetesVersion())
            .nodeShape(plan.shape())
            .nodeSourceDetails(
                NodePoolNodeSourceDetailsArgs.builder()
                    .sourceType("IMAGE")
                    .imageId(plan.image().map(Output::of).orElseGet(around::newestImage))
                    .build())
            .nodeConfigDetails(nodes(plan, around))
            .freeformTags(around.tags());
    plan.ocpus()
        .ifPresent(ocpus -> {
          var shape = NodePoolNodeShapeConfigArgs.builder();
          shape.ocpus((double) ocpus);
          plan.memoryGb().ifPresent(gb -> shape.memoryInGbs((double) gb));
          args.nodeShapeConfig(shape.build());
        });
    if (plan.cni() == Cni.PACKAGED) {
      args.initialNodeLabels(
          NodePoolInitialNodeLabelArgs.builder().key(CNI_LABEL).value("packaged").build());
    }
    plan.cloudInit().ifPresent(script -> args.nodeMetadata(Map.of("user_data", base64(script))));
    if (plan.pods() instanceof Pods.Profiles profiles) {
      args.secondaryVnics(profiles.profiles().stream().map(p -> vnic(p, around)).toList());
    }
    return args.build();
  }

  private static NodePoolNodeConfigDetailsArgs nodes(PoolPlan plan, PoolSurroundings around) {
    return NodePoolNodeConfigDetailsArgs.builder()
        .size(plan.size())
        .nsgIds(around.rules().groupId(Role.WORKERS).applyValue(List::of))
        .placementConfigs(
            around
                .availabilityDomains()
                .apply(domains ->
                    around
                        .network()
                        .subnetId(plan.subnet())
                        .applyValue(subnet -> placements(domains, subnet))))
        .nodePoolPodNetworkOptionDetails(podNetwork(plan, around))
        .build();
  }

  private static List<NodePoolNodeConfigDetailsPlacementConfigArgs> placements(
      List<String> domains, String subnet) {
    return domains.stream()
        .map(domain ->
            NodePoolNodeConfigDetailsPlacementConfigArgs.builder()
                .availabilityDomain(domain)
                .subnetId(subnet)
                .build())
        .toList();
  }

  private static NodePoolNodeConfigDetailsNodePoolPodNetworkOptionDetailsArgs podNetwork(
      PoolPlan plan, PoolSurroundings around) {
    var details = NodePoolNodeConfigDetailsNodePoolPodNetworkOptionDetailsArgs.builder();
    details.cniType(Cluster.CNI_TYPE);
    // These and profiles exclude each other.
    if (plan.pods() instanceof Pods.Standard standard) {
      details
          .podSubnetIds(around.network().subnetId(standard.subnet()).applyValue(List::of))
          .podNsgIds(around.rules().groupId(Role.PODS).applyValue(List::of))
          .maxPodsPerNode(standard.maxPods());
    }
    return details.build();
  }

  private static NodePoolSecondaryVnicArgs vnic(Profile profile, PoolSurroundings around) {
    NodePoolSecondaryVnicCreateVnicDetailsArgs.Builder vnic =
        NodePoolSecondaryVnicCreateVnicDetailsArgs.builder()
            .displayName(profile.name())
            .subnetId(around.network().subnetId(profile.subnet()))
            .ipCount(profile.ipCount())
            .nsgIds(
                around
                    .rules()
                    .groupId(Role.PODS)
                    .applyValue(
                        own -> Stream.concat(Stream.of(own), profile.nsgs().stream()).toList()))
            .assignPublicIp(false)
            // Packets of pods carry pod addresses, not the VNIC's own.
            .skipSourceDestCheck(true);
    profile.applicationResource().ifPresent(r -> vnic.applicationResources(List.of(r)));
    return NodePoolSecondaryVnicArgs.builder()
        .displayName(profile.name())
        .createVnicDetails(vnic.build())
        .build();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
