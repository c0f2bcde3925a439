package dev.podnet.components.plan;

import dev.podnet.components.config.ApiConfig;
import dev.podnet.components.config.ApiConfig.Endpoint;
import dev.podnet.components.config.ClusterConfig.ClusterType;
import dev.podnet.components.config.OidcConfig;
import java.util.List;
import java.util.Optional;

/**
 * The cluster.
 *
 * @param api how its API is reached
 * @param endpointSubnet name of the subnet of the API endpoint
 * @param publicEndpoint whether the endpoint has a public address
 * @param loadBalancerSubnets names of the subnets for Services of type LoadBalancer
 * @param addons add-ons that are installed or set up otherwise than OKE does by itself
 */
public record ClusterPlan(
    Origin origin,
    ApiConfig api,
    String kubernetesVersion,
    ClusterType type,
    String endpointSubnet,
    boolean publicEndpoint,
    List<String> loadBalancerSubnets,
    boolean dualStack,
    Optional<String> kmsKey,
    List<String> imageSigningKeys,
    Optional<OidcConfig> oidc,
    boolean oidcDiscovery,
    List<AddonPlan> addons) {

  public ClusterPlan {
    loadBalancerSubnets = List.copyOf(loadBalancerSubnets);
    imageSigningKeys = List.copyOf(imageSigningKeys);
    addons = List.copyOf(addons);
  }

  /** Whether the stack calls the API at its public address. */
  public boolean callsPublicEndpoint() {
    return api.endpoint().map(Endpoint.PUBLIC::equals).orElse(publicEndpoint);
  }
}
