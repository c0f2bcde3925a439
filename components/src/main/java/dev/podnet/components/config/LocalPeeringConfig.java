package dev.podnet.components.config;

import java.util.Optional;

/** A gateway to another VCN of the region. */
public record LocalPeeringConfig(
    @About("Name, unique in the network; routes lead to it by this name.") String name,
    @About("OCID of the other VCN's gateway; it connects to this one when left out.")
        Optional<String> peer) {}
