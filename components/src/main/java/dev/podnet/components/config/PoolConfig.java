package dev.podnet.components.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pool of instances as nodes, and how their pods get addresses. */
public record PoolConfig(
    @About("Name, unique in the stack.") String name,
    @About(
            value =
                "managed: OKE makes and upgrades the nodes; selfManaged: an instance pool whose"
                    + " instances join the cluster by themselves.",
            def = "managed")
        Kind kind,
    @About(value = "Number of nodes.", example = "3") int size,
    @About(value = "Compute shape.", example = "VM.Standard.E5.Flex") String shape,
    @About("OCPUs of a flexible shape; they also set how many VNICs a node may have.")
        Optional<Integer> ocpus,
    @About("Memory of a flexible shape, in GB.") Optional<Integer> memoryGb,
    @About("Worker subnet, by name.") String subnet,
    @About("Compartment (OCID) of the nodes; the cluster's when left out.")
        Optional<String> compartment,
    @About("Image (OCID); the newest OKE image of the nodes' version and shape when left out.")
        Optional<String> image,
    @About(
            value = "Image by its name among OKE's, instead of image.",
            example = "Oracle-Linux-8.10-2025.09.16-0-OKE-1.34.1-1191")
        Optional<String> imageName,
    @About("Kubernetes version of the nodes, quoted; the cluster's when left out.")
        Optional<String> kubernetesVersion,
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
        Optional<Integer> maxPods,
    @About("Interfaces that each pod has through Multus; its addresses are counted so.")
        Optional<InterfacesConfig> interfaces,
    @About("Without profiles: security groups (OCIDs) of pods besides the stack's own; 5 in all.")
        List<String> podNsgs,
    @About("Where nodes run; all availability domains of the region when left out.")
        List<PlacementConfig> placement,
    @About("What every node is like.") Optional<NodeConfig> node,
    @About(
            value = "Kind of the nodes' network interfaces; vfio needs a shape and image for it.",
            def = "paravirtualized")
        NetworkLaunchType networkLaunchType,
    @About(
            value = "Whether an autoscaler owns the size: the stack then sets it once.",
            def = "false")
        boolean autoscaled,
    @About("Most nodes the autoscaler makes: addresses are counted for so many.")
        Optional<Integer> maxSize,
    @About("Brings existing nodes up to date when the pool changes.")
        Optional<CyclingConfig> cycling,
    @About("How long a node that has to go waits for its pods.") Optional<EvictionConfig> eviction,
    @About("Free-form tags on the pool and its nodes, besides the stack's.")
        Map<String, String> tags) {

  public PoolConfig {
    profiles = List.copyOf(profiles);
    podNsgs = List.copyOf(podNsgs);
    placement = List.copyOf(placement);
    tags = Map.copyOf(tags);
  }

  /** What every node is like, as said or by default. */
  public NodeConfig nodes() {
    return node.orElse(NodeConfig.DEFAULTS);
  }

  /** How many nodes there may be without the stack being changed. */
  public int most() {
    return autoscaled ? Math.max(size, maxSize.orElse(size)) : size;
  }

  /** Who makes the nodes, and brings them up to date. */
  public enum Kind {
    MANAGED,
    SELF_MANAGED
  }

  /** How the nodes' network interfaces are presented to them. */
  public enum NetworkLaunchType {
    PARAVIRTUALIZED,
    VFIO,
    E1000
  }

  /** Whose CNI runtime a pool's nodes run. */
  public enum Cni {
    ORACLE,
    PACKAGED
  }
}
