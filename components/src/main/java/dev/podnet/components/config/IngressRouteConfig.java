package dev.podnet.components.config;

import dev.podnet.components.net.Cidr;
import java.util.Optional;

/** A route of what comes into the VCN by one of its gateways. */
public record IngressRouteConfig(
    @About("What it comes by: internet, nat, service, drg, or the name of a local peering.")
        String from,
    @About(value = "Where to; Oracle's services when left out.", example = "10.0.16.0/20")
        Optional<Cidr> destination,
    @About("OCID of what leads there, such as a private IP; or drg, service, a local peering.")
        String via,
    @About("Why it is there: the route's description.") String why) {}
