package dev.podnet.components.config;

import java.util.List;
import java.util.Optional;

/** A managed node pool: its nodes, and how their pods get addresses. */
public record PoolConfig(
    @About("Name, unique in the stack.") String name,
    @About(value = "Number of nodes.", example = "3") int size,
    @About(value = "Compute shape.", example = "VM.Standard.E5.Flex") String shape,
    @About("OCPUs of a flexible shape; they also set how many VNICs a node may have.")
        Optional<Integer> ocpus,
    @About("Memory of a flexible shape, in GB.") Optional<Integer> memoryGb,
    @About("Worker subnet, by name.") String subnet,
    @About("Compartment (OCID) of the nodes; the cluster's when left out.")
        Optional<String> compartment,
    @About("Image (OCID); the newest OKE image of the cluster's version when left out.")
        Optional<String> image,
    @About(
            value =
                "Whose CNI runs on the nodes; packaged is podnet's and not supported by Oracle.",
            def = "oracle")
        Cni cni,
    @About("VNIC profiles: one secondary VNIC of each node for every profile.")
        List<ProfileConfig> profiles,
    @About("Without profiles: the one pod subnet, by name.") Optional<String> podSubnet,
    @About(
            "Pods per node. With a pod subnet 256 at most; with profiles it may only lower Σ"
                + " ipCount.")
        Optional<Integer> maxPods) {

  public PoolConfig {
    profiles = List.copyOf(profiles);
  }

  /** Whose CNI runtime a pool's nodes run. */
  public enum Cni {
    ORACLE,
    PACKAGED
  }
}
