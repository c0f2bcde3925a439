package dev.podnet.components.config;

import java.util.List;
import java.util.Map;
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
        List<String> nsgs,
    @About("Physical network card of a bare-metal node, 0 or 1.") Optional<Integer> nicIndex,
    @About(
            value = "Whether the VNIC passes packets of addresses not its own, as pods' are.",
            def = "true")
        boolean skipSourceDestCheck,
    @About(value = "Whether pods get IPv6 addresses too, from a dual-stack subnet.", def = "false")
        boolean assignIpv6,
    @About(value = "Only false: pod subnets are private.", def = "false") boolean assignPublicIp,
    @About("Zero Trust security attributes, namespace.key: value; the same on all profiles.")
        Map<String, String> securityAttributes,
    @About("Free-form tags on the VNIC, besides the pool's.") Map<String, String> tags) {

  public ProfileConfig {
    nsgs = List.copyOf(nsgs);
    securityAttributes = Map.copyOf(securityAttributes);
    tags = Map.copyOf(tags);
  }
}
