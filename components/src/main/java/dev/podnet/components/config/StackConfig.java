package dev.podnet.components.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All settings of a stack: what stands under {@code podnet:} in its stack file. */
public record StackConfig(
    @About(value = "Name of the cluster and prefix of all cloud names.", example = "demo")
        String name,
    @About("Compartment (OCID) of the cluster and its pools.") String compartment,
    @About(
            value =
                "What of it the stack declares: all, the cloud without what runs in the cluster, or"
                    + " only that; two stacks with one set of settings make a whole.",
            def = "all")
        Part part,
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

  /** Parts that can be stacks of their own, as where the API is out of the first one's reach. */
  public enum Part {
    ALL,
    CLOUD,
    KUBERNETES
  }

  /** Compartment of the VCN: its own, or the cluster's. */
  public String networkCompartment() {
    return network.compartment().orElse(compartment);
  }
}
