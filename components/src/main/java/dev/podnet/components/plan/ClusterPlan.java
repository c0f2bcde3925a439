package dev.podnet.components.plan;

import dev.podnet.components.config.ClusterConfig.ClusterType;
import java.util.List;

/**
 * The cluster.
 *
 * @param endpointSubnet name of the subnet of the API endpoint
 * @param publicEndpoint whether the endpoint has a public address
 * @param loadBalancerSubnets names of the subnets for Services of type LoadBalancer
 * @param keepsOracleCniOffPackagedNodes whether some pool brings podnet's own CNI
 */
public record ClusterPlan(
    String kubernetesVersion,
    ClusterType type,
    String endpointSubnet,
    boolean publicEndpoint,
    List<String> loadBalancerSubnets,
    boolean keepsOracleCniOffPackagedNodes) {

  public ClusterPlan {
    loadBalancerSubnets = List.copyOf(loadBalancerSubnets);
  }
}
