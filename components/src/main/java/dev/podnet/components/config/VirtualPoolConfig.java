package dev.podnet.components.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pool of virtual nodes: Oracle runs the pods, there are no instances. */
public record VirtualPoolConfig(
    @About("Name, unique in the stack.") String name,
    @About(value = "Number of virtual nodes.", example = "3") int size,
    @About(value = "Shape that pods run on.", example = "Pod.Standard.E4.Flex") String podShape,
    @About("Subnet of the virtual nodes, by name; its role is virtualNodes.") String subnet,
    @About("Subnet of their pods, by name; the nodes' when left out, as Oracle recommends.")
        Optional<String> podSubnet,
    @About("Compartment (OCID) of the pool; the cluster's when left out.")
        Optional<String> compartment,
    @About("Where virtual nodes run; all availability domains of the region when left out.")
        List<VirtualPlacementConfig> placement,
    @About("Kubernetes labels that virtual nodes start with.") Map<String, String> labels,
    @About("Kubernetes taints of virtual nodes.") List<TaintConfig> taints,
    @About("Security groups (OCIDs) of virtual nodes besides the stack's own; 5 in all.")
        List<String> nsgs,
    @About("Security groups (OCIDs) of their pods besides the stack's own; 5 in all.")
        List<String> podNsgs,
    @About("Only none: virtual nodes have no VNICs to give profiles to.")
        List<ProfileConfig> profiles,
    @About("Free-form tags on the pool and its nodes, besides the stack's.")
        Map<String, String> tags) {

  public VirtualPoolConfig {
    placement = List.copyOf(placement);
    labels = Map.copyOf(labels);
    taints = List.copyOf(taints);
    nsgs = List.copyOf(nsgs);
    podNsgs = List.copyOf(podNsgs);
    profiles = List.copyOf(profiles);
    tags = Map.copyOf(tags);
  }

  /** Where some of the virtual nodes run. */
  public record VirtualPlacementConfig(
      @About(value = "Availability domain, by its number in the region.", example = "1")
          int availabilityDomain,
      @About(value = "Fault domains; all when left out.", example = "[FAULT-DOMAIN-1]")
          List<String> faultDomains,
      @About("Subnet of the virtual nodes here, by name; the pool's when left out.")
          Optional<String> subnet) {
    public VirtualPlacementConfig {
      faultDomains = List.copyOf(faultDomains);
    }
  }

  /** A Kubernetes taint. */
  public record TaintConfig(
      @About("Key.") String key,
      @About("Value; empty when left out.") Optional<String> value,
      @About("noSchedule, preferNoSchedule or noExecute.") Effect effect) {}

  /** What a taint does to pods that do not tolerate it. */
  public enum Effect {
    NO_SCHEDULE("NoSchedule"),
    PREFER_NO_SCHEDULE("PreferNoSchedule"),
    NO_EXECUTE("NoExecute");

    private final String kubernetes;

    Effect(String kubernetes) {
      this.kubernetes = kubernetes;
    }

    /** Its name in Kubernetes. */
    public String kubernetes() {
      return kubernetes;
    }
  }
}
