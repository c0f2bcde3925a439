package dev.podnet.components.resource;

import com.pulumi.core.Output;
import com.pulumi.oci.ContainerEngine.ClusterArgs;
import com.pulumi.oci.ContainerEngine.inputs.ClusterClusterPodNetworkOptionArgs;
import com.pulumi.oci.ContainerEngine.inputs.ClusterEndpointConfigArgs;
import com.pulumi.oci.ContainerEngine.inputs.ClusterImagePolicyConfigArgs;
import com.pulumi.oci.ContainerEngine.inputs.ClusterImagePolicyConfigKeyDetailArgs;
import com.pulumi.oci.ContainerEngine.inputs.ClusterOptionsArgs;
import com.pulumi.oci.ContainerEngine.inputs.ClusterOptionsOpenIdConnectDiscoveryArgs;
import com.pulumi.oci.ContainerEngine.inputs.ClusterOptionsOpenIdConnectTokenAuthenticationConfigArgs;
import com.pulumi.oci.ContainerEngine.inputs.ClusterOptionsOpenIdConnectTokenAuthenticationConfigRequiredClaimArgs;
import com.pulumi.oci.ContainerEngine.inputs.ClusterOptionsServiceLbConfigArgs;
import dev.podnet.components.config.ClusterConfig.ClusterType;
import dev.podnet.components.config.OidcConfig;
import dev.podnet.components.config.SubnetConfig.Role;
import dev.podnet.components.plan.ClusterPlan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A cluster's plan in the words of OCI's API. */
final class ClusterArguments {
  private ClusterArguments() {}

  static ClusterArgs of(
      String name,
      String compartment,
      ClusterPlan plan,
      NetworkIds network,
      Map<String, String> tags) {
    ClusterArgs.Builder args =
        ClusterArgs.builder()
            .compartmentId(compartment)
            .name(name)
            .kubernetesVersion(plan.kubernetesVersion())
            .type(plan.type() == ClusterType.BASIC ? "BASIC_CLUSTER" : "ENHANCED_CLUSTER")
            .vcnId(network.vcn())
            .clusterPodNetworkOptions(
                ClusterClusterPodNetworkOptionArgs.builder().cniType(Cluster.CNI_TYPE).build())
            .endpointConfig(
                ClusterEndpointConfigArgs.builder()
                    .subnetId(network.subnet(plan.endpointSubnet()))
                    .isPublicIpEnabled(plan.publicEndpoint())
                    .nsgIds(network.group(Role.ENDPOINT).orElseThrow().applyValue(List::of))
                    .build())
            .options(options(plan, network))
            .freeformTags(tags);
    plan.kmsKey().ifPresent(args::kmsKeyId);
    if (!plan.imageSigningKeys().isEmpty()) {
      args.imagePolicyConfig(signing(plan.imageSigningKeys()));
    }
    return args.build();
  }

  private static ClusterOptionsArgs options(ClusterPlan plan, NetworkIds network) {
    ClusterOptionsArgs.Builder options =
        ClusterOptionsArgs.builder()
            .serviceLbSubnetIds(
                Output.all(plan.loadBalancerSubnets().stream().map(network::subnet).toList()));
    // Services in NSG mode get their rules there, and no list of the stack's is changed. Of virtual
    // nodes OKE leaves all rules to the user.
    network
        .group(Role.WORKERS)
        .ifPresent(workers ->
            options.serviceLbConfig(
                ClusterOptionsServiceLbConfigArgs.builder()
                    .backendNsgIds(workers.applyValue(List::of))
                    .build()));
    if (plan.dualStack()) {
      options.ipFamilies("IPv4", "IPv6");
    }
    if (plan.oidcDiscovery()) {
      options.openIdConnectDiscovery(
          ClusterOptionsOpenIdConnectDiscoveryArgs.builder()
              .isOpenIdConnectDiscoveryEnabled(true)
              .build());
    }
    plan.oidc().ifPresent(oidc -> options.openIdConnectTokenAuthenticationConfig(oidc(oidc)));
    return options.build();
  }

  private static ClusterImagePolicyConfigArgs signing(List<String> keys) {
    return ClusterImagePolicyConfigArgs.builder()
        .isPolicyEnabled(true)
        .keyDetails(
            keys.stream()
                .map(key -> ClusterImagePolicyConfigKeyDetailArgs.builder().kmsKeyId(key).build())
                .toList())
        .build();
  }

  private static ClusterOptionsOpenIdConnectTokenAuthenticationConfigArgs oidc(OidcConfig oidc) {
    var args = ClusterOptionsOpenIdConnectTokenAuthenticationConfigArgs.builder();
    args.isOpenIdConnectAuthEnabled(true).issuerUrl(oidc.issuer()).clientId(oidc.clientId());
    oidc.usernameClaim().ifPresent(args::usernameClaim);
    oidc.usernamePrefix().ifPresent(args::usernamePrefix);
    oidc.groupsClaim().ifPresent(args::groupsClaim);
    oidc.groupsPrefix().ifPresent(args::groupsPrefix);
    oidc.caCertificate().ifPresent(args::caCertificate);
    if (!oidc.signingAlgorithms().isEmpty()) {
      args.signingAlgorithms(oidc.signingAlgorithms());
    }
    if (!oidc.requiredClaims().isEmpty()) {
      args.requiredClaims(
          new TreeMap<>(oidc.requiredClaims())
              .entrySet().stream().map(ClusterArguments::claim).toList());
    }
    return args.build();
  }

  private static ClusterOptionsOpenIdConnectTokenAuthenticationConfigRequiredClaimArgs claim(
      Map.Entry<String, String> claim) {
    return ClusterOptionsOpenIdConnectTokenAuthenticationConfigRequiredClaimArgs.builder()
        .key(claim.getKey())
        .value(claim.getValue())
        .build();
  }
}
