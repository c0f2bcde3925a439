package dev.podnet.components.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All settings of a stack: what stands under {@code podnet:} in its stack file. */
public record StackConfig(
    @About(value = "Name of the cluster and prefix of all cloud names.", example = "demo")
        String name,
    @About("Compartment (OCID) of the cluster and its pools.") String compartment,
    @About("The VCN and its subnets.") NetworkConfig network,
    @About("The OKE cluster.") ClusterConfig cluster,
    @About("Pools of managed and self-managed nodes.") List<PoolConfig> pools,
    @About("Pools of virtual nodes.") List<VirtualPoolConfig> virtualPools,
    @About("Security rules beyond the required ones.") Optional<SecurityConfig> security,
    @About("IAM policies.") Optional<AccessConfig> access,
    @About("The packaged CNI runtime.") Optional<RuntimeConfig> runtime,
    @About("Warnings that are accepted, each with a reason.") List<Waiver> allow,
    @About("Free-form tags on everything that can carry them.") Map<String, String> tags) {

  public StackConfig {
    pools = List.copyOf(pools);
    virtualPools = List.copyOf(virtualPools);
    allow = List.copyOf(allow);
    tags = Map.copyOf(tags);
  }

  /** Compartment of the VCN: its own, or the cluster's. */
  public String networkCompartment() {
    return network.compartment().orElse(compartment);
  }
}
