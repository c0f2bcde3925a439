package dev.podnet.components.config;

import java.util.Optional;

/** A connection with a DRG in another region or tenancy. */
public record RemotePeeringConfig(
    @About("Name, unique among the DRG's peerings.") String name,
    @About("OCID of the other end; it connects to this one when left out.") Optional<String> peer,
    @About(value = "Region of the other end, wanted with its OCID.", example = "us-phoenix-1")
        Optional<String> peerRegion) {}
