package dev.podnet.components.config;

import java.util.List;
import java.util.Optional;

/** A secondary VNIC that each node of a pool gets, and the pod addresses on it. */
public record ProfileConfig(
    @About("Name, unique in the pool; also the VNIC's display name.") String name,
    @About("Subnet of the VNIC, by name.") String subnet,
    @About(
            value = "Pod addresses per node on this VNIC: 1 to 256, and 256 over all profiles.",
            def = "32")
        int ipCount,
    @About("Application Resource that pods ask for to be pinned to this profile.")
        Optional<String> applicationResource,
    @About("Network security groups (OCIDs) besides the stack's own for pods; 5 in all.")
        List<String> nsgs) {

  public ProfileConfig {
    nsgs = List.copyOf(nsgs);
  }
}
