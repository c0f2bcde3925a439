package dev.podnet.components.config;

import dev.podnet.components.net.Cidr;

/** A static route of the DRG. */
public record DrgRouteConfig(
    @About(value = "Where to.", example = "192.168.0.0/16") Cidr destination,
    @About("OCID of the DRG attachment that leads there.") String attachment) {}
