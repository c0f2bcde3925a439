package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.oci.ContainerEngine.Addon;
import com.pulumi.oci.ContainerEngine.AddonArgs;
import com.pulumi.oci.ContainerEngine.ClusterArgs;
import com.pulumi.oci.ContainerEngine.ContainerEngineFunctions;
import com.pulumi.oci.ContainerEngine.inputs.AddonConfigurationArgs;
import com.pulumi.oci.ContainerEngine.inputs.ClusterClusterPodNetworkOptionArgs;
import com.pulumi.oci.ContainerEngine.inputs.ClusterEndpointConfigArgs;
import com.pulumi.oci.ContainerEngine.inputs.ClusterOptionsArgs;
import com.pulumi.oci.ContainerEngine.inputs.GetClusterKubeConfigArgs;
import com.pulumi.oci.ContainerEngine.outputs.GetClusterKubeConfigResult;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import dev.podnet.components.config.ClusterConfig.ClusterType;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.naming.Names;
import dev.podnet.components.plan.ClusterPlan;
import java.util.List;
import java.util.Map;

/** The OKE cluster with VCN-native pod networking, and the settings of Oracle's CNI add-on. */
public final class Cluster extends ComponentResource {
  static final String CNI_TYPE = "OCI_VCN_IP_NATIVE";

  // An unlabelled node always gets Oracle's CNI: it is kept off only where podnet's own is asked
  // for.
  private static final String KEEP_OFF_PACKAGED_NODES =
      """
      {"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":\
      [{"matchExpressions":[{"key":"podnet.dev/cni","operator":"DoesNotExist"}]}]}}}\
      """;

  private final com.pulumi.oci.ContainerEngine.Cluster cluster;
  private final Output<String> kubeconfig;

  public Cluster(
      String name,
      String compartment,
      ClusterPlan plan,
      Network network,
      SecurityRules rules,
      Map<String, String> tags,
      ComponentResourceOptions options) {
    super("podnet:index:Cluster", name, options);
    this.cluster =
        new com.pulumi.oci.ContainerEngine.Cluster(
            name,
            ClusterArgs.builder()
                .compartmentId(compartment)
                .name(name)
                .kubernetesVersion(plan.kubernetesVersion())
                .type(plan.type() == ClusterType.BASIC ? "BASIC_CLUSTER" : "ENHANCED_CLUSTER")
                .vcnId(network.vcnId())
                .clusterPodNetworkOptions(
                    ClusterClusterPodNetworkOptionArgs.builder().cniType(CNI_TYPE).build())
                .endpointConfig(
                    ClusterEndpointConfigArgs.builder()
                        .subnetId(network.subnetId(plan.endpointSubnet()))
                        .isPublicIpEnabled(plan.publicEndpoint())
                        .nsgIds(rules.groupId(Role.ENDPOINT).applyValue(List::of))
                        .build())
                .options(
                    ClusterOptionsArgs.builder()
                        .serviceLbSubnetIds(
                            Output.all(
                                plan.loadBalancerSubnets().stream()
                                    .map(network::subnetId)
                                    .toList()))
                        .build())
                .freeformTags(tags)
                .build(),
            Children.of(this));
    if (plan.keepsOracleCniOffPackagedNodes()) {
      addon(name);
    }
    this.kubeconfig = kubeconfig(plan).asSecret();
    registerOutputs(Map.of("clusterId", cluster.id()));
  }

  public Output<String> clusterId() {
    return cluster.id();
  }

  /** A kubeconfig for the cluster; secret. */
  public Output<String> kubeconfig() {
    return kubeconfig;
  }

  private void addon(String name) {
    new Addon(
        Names.child(name, "oracle-cni"),
        AddonArgs.builder()
            .clusterId(cluster.id())
            .addonName("OciVcnIpNative")
            .configurations(
                AddonConfigurationArgs.builder()
                    .key("affinity")
                    .value(KEEP_OFF_PACKAGED_NODES)
                    .build())
            .overrideExisting(true)
            // Pods of the other pools keep their network when the stack lets go of the add-on.
            .removeAddonResourcesOnDelete(false)
            .build(),
        Children.of(this));
  }

  private Output<String> kubeconfig(ClusterPlan plan) {
    return ContainerEngineFunctions.getClusterKubeConfig(
            GetClusterKubeConfigArgs.builder()
                .clusterId(cluster.id())
                .endpoint(plan.publicEndpoint() ? "PUBLIC_ENDPOINT" : "PRIVATE_ENDPOINT")
                .tokenVersion("2.0.0")
                .build())
        .applyValue(GetClusterKubeConfigResult::content);
  }
}
