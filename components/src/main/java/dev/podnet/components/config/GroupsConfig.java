package dev.podnet.components.config;

import dev.podnet.components.config.SubnetConfig.Role;
import java.util.Optional;

/** Network security groups that exist already, by the role of the VNICs in them. */
public record GroupsConfig(
    @About("OCID of the API endpoint's group.") Optional<String> endpoint,
    @About("OCID of the workers' group.") Optional<String> workers,
    @About("OCID of the pods' group.") Optional<String> pods,
    @About("OCID of the load balancers' group.") Optional<String> loadBalancers,
    @About("OCID of the bastion's group.") Optional<String> bastion,
    @About("OCID of the group of virtual nodes and their pods.") Optional<String> virtualNodes) {

  public Optional<String> of(Role role) {
    return switch (role) {
      case ENDPOINT -> endpoint;
      case WORKERS -> workers;
      case PODS -> pods;
      case LOAD_BALANCERS -> loadBalancers;
      case BASTION -> bastion;
      case VIRTUAL_NODES -> virtualNodes;
    };
  }
}
