package dev.podnet.components.config;

import java.util.List;
import java.util.Optional;

/** Where some of a pool's nodes run. */
public record PlacementConfig(
    @About(value = "Availability domain, by its number in the region.", example = "1")
        int availabilityDomain,
    @About(value = "Fault domains; all when left out.", example = "[FAULT-DOMAIN-1]")
        List<String> faultDomains,
    @About("Capacity reservation (OCID) that the nodes use.") Optional<String> capacityReservation,
    @About(value = "Whether nodes are preemptible: cheap, and gone at any time.", def = "false")
        boolean preemptible,
    @About("Worker subnet here, by name, where each domain has its own; the pool's when left out.")
        Optional<String> subnet) {

  public PlacementConfig {
    faultDomains = List.copyOf(faultDomains);
  }
}
