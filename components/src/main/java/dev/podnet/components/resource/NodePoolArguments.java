package dev.podnet.components.resource;

import com.pulumi.oci.ContainerEngine.NodePoolArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolInitialNodeLabelArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolNodeConfigDetailsArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolNodeConfigDetailsNodePoolPodNetworkOptionDetailsArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolNodeEvictionNodePoolSettingsArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolNodePoolCyclingDetailsArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolNodeShapeConfigArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolNodeSourceDetailsArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolPrimaryVnicArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolSecondaryVnicArgs;
import com.pulumi.oci.ContainerEngine.inputs.NodePoolSecondaryVnicCreateVnicDetailsArgs;
import dev.podnet.components.config.CyclingConfig;
import dev.podnet.components.config.EvictionConfig;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.plan.PoolPlan;
import dev.podnet.components.plan.PoolPlan.NodePlan;
import dev.podnet.components.plan.PoolPlan.Pods;
import dev.podnet.components.plan.PoolPlan.Profile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A node pool's plan in the words of OCI's API. */
final class NodePoolArguments {
  private NodePoolArguments() {}

  static NodePoolArgs of(String name, PoolPlan plan, PoolSurroundings around) {
    NodePoolArgs.Builder args =
        NodePoolArgs.builder()
            .compartmentId(around.settled().apply(plan.compartment()))
            .clusterId(around.cluster().id())
            .name(name)
            .kubernetesVersion(plan.image().kubernetesVersion())
            .nodeShape(plan.shape())
            .networkLaunchType(plan.networkLaunchType().name())
            .nodeSourceDetails(source(plan, around))
            .nodeConfigDetails(nodes(plan, around))
            .nodeMetadata(metadata(plan.node()))
            .freeformTags(plan.tags());
    plan.ocpus()
        .ifPresent(ocpus -> {
          var shape = NodePoolNodeShapeConfigArgs.builder();
          shape.ocpus((double) ocpus);
          plan.memoryGb().ifPresent(gb -> shape.memoryInGbs((double) gb));
          args.nodeShapeConfig(shape.build());
        });
    if (!plan.node().labels().isEmpty()) {
      args.initialNodeLabels(plan.node().labels().stream().map(NodePoolArguments::label).toList());
    }
    plan.node().sshKey().ifPresent(args::sshPublicKey);
    if (!plan.node().securityAttributes().isEmpty()) {
      args.primaryVnic(
          NodePoolPrimaryVnicArgs.builder()
              .securityAttributes(plan.node().securityAttributes())
              .build());
    }
    if (plan.pods() instanceof Pods.Profiles profiles) {
      args.secondaryVnics(profiles.profiles().stream().map(p -> vnic(p, around)).toList());
    }
    plan.cycling().ifPresent(cycling -> args.nodePoolCyclingDetails(cycling(cycling)));
    plan.eviction().ifPresent(eviction -> args.nodeEvictionNodePoolSettings(eviction(eviction)));
    return args.build();
  }

  private static NodePoolNodeSourceDetailsArgs source(PoolPlan plan, PoolSurroundings around) {
    var source = NodePoolNodeSourceDetailsArgs.builder();
    source.sourceType("IMAGE").imageId(around.image(plan.image()));
    plan.node().bootVolumeGb().ifPresent(gb -> source.bootVolumeSizeInGbs(String.valueOf(gb)));
    return source.build();
  }

  private static Map<String, String> metadata(NodePlan node) {
    Map<String, String> metadata = new TreeMap<>(node.metadata());
    node.cloudInit().ifPresent(data -> metadata.put("user_data", base64(data)));
    return metadata;
  }

  private static NodePoolInitialNodeLabelArgs label(Map.Entry<String, String> label) {
    return NodePoolInitialNodeLabelArgs.builder()
        .key(label.getKey())
        .value(label.getValue())
        .build();
  }

  private static NodePoolNodeConfigDetailsArgs nodes(PoolPlan plan, PoolSurroundings around) {
    return NodePoolNodeConfigDetailsArgs.builder()
        .size(plan.size())
        .nsgIds(around.groups(Role.WORKERS, plan.node().nsgs()))
        .placementConfigs(Placements.of(plan, around))
        .nodePoolPodNetworkOptionDetails(podNetwork(plan, around))
        .freeformTags(plan.tags())
        .build();
  }

  private static NodePoolNodeConfigDetailsNodePoolPodNetworkOptionDetailsArgs podNetwork(
      PoolPlan plan, PoolSurroundings around) {
    var details = NodePoolNodeConfigDetailsNodePoolPodNetworkOptionDetailsArgs.builder();
    details.cniType(Cluster.CNI_TYPE);
    // These and profiles exclude each other.
    if (plan.pods() instanceof Pods.Standard standard) {
      details
          .podSubnetIds(around.network().subnet(standard.subnet()).applyValue(List::of))
          .podNsgIds(around.groups(Role.PODS, standard.nsgs()))
          .maxPodsPerNode(standard.maxPods());
    }
    return details.build();
  }

  private static NodePoolSecondaryVnicArgs vnic(Profile profile, PoolSurroundings around) {
    NodePoolSecondaryVnicCreateVnicDetailsArgs.Builder vnic =
        NodePoolSecondaryVnicCreateVnicDetailsArgs.builder()
            .displayName(profile.name())
            .subnetId(around.network().subnet(profile.subnet()))
            .ipCount(profile.ipCount())
            .nsgIds(around.groups(Role.PODS, profile.nsgs()))
            .assignPublicIp(false)
            // Packets of pods carry pod addresses, not the VNIC's own.
            .skipSourceDestCheck(profile.skipSourceDestCheck());
    profile.applicationResource().ifPresent(r -> vnic.applicationResources(List.of(r)));
    if (profile.assignIpv6()) {
      vnic.assignIpv6ip(true);
    }
    if (!profile.securityAttributes().isEmpty()) {
      vnic.securityAttributes(profile.securityAttributes());
    }
    if (!profile.tags().isEmpty()) {
      vnic.freeformTags(profile.tags());
    }
    var attachment = NodePoolSecondaryVnicArgs.builder();
    profile.nicIndex().ifPresent(attachment::nicIndex);
    return attachment.displayName(profile.name()).createVnicDetails(vnic.build()).build();
  }

  private static NodePoolNodePoolCyclingDetailsArgs cycling(CyclingConfig cycling) {
    var details = NodePoolNodePoolCyclingDetailsArgs.builder();
    details
        .isNodeCyclingEnabled(true)
        .maximumSurge(cycling.maximumSurge())
        .maximumUnavailable(cycling.maximumUnavailable());
    if (!cycling.cycleModes().isEmpty()) {
      details.cycleModes(cycling.cycleModes().stream().map(Enum::name).toList());
    }
    return details.build();
  }

  private static NodePoolNodeEvictionNodePoolSettingsArgs eviction(EvictionConfig eviction) {
    return NodePoolNodeEvictionNodePoolSettingsArgs.builder()
        .evictionGraceDuration("PT" + eviction.graceMinutes() + "M")
        .isForceDeleteAfterGraceDuration(eviction.force())
        .build();
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
